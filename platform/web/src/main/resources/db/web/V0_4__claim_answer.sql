-- The one way for a statement that does everything by itself to claim a key: true if nobody had it. A claim of somebody
-- else that is under way is waited for. In plpgsql, which plans it once a connection: a function in SQL that writes is
-- set up anew each time, for a quarter of a whole submission.
create function claim_answer(who text, key_given text, what text, hash text, status_given int, answer_given text)
    returns boolean
    language plpgsql volatile
as
$$
begin
    insert into idempotent_answer (actor, key, operation, body_hash, status, answer)
    values (who, key_given, what, hash, status_given, answer_given)
    on conflict do nothing;
    return found;
end
$$;
