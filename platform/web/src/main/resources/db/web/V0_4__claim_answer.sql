-- The one way for a statement that does everything by itself to claim a key: true if nobody had it. A claim of somebody
-- else that is under way is waited for.
create function claim_answer(who text, key_given text, what text, hash text, status_given int, answer_given text)
    returns boolean
    language sql volatile
as
$$
with claimed as (
    insert into idempotent_answer (actor, key, operation, body_hash, status, answer)
    values (who, key_given, what, hash, status_given, answer_given)
    on conflict do nothing
    returning 1)
select exists (select from claimed)
$$;
