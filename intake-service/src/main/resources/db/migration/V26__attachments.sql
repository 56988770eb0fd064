-- 附件. A picture that somebody uploaded; it hangs on nothing until a visit is submitted that names it. What was sent is
-- known by a keyed fingerprint; what is kept, by its digest.
create table attachment (
    -- Made by the phone.
    id          uuid primary key,
    uploaded_by text        not null,
    team_code   text        not null,
    -- Names it in the store, and its key in keys.data_key (kind "attachment"): made here, for each upload anew.
    file        uuid        not null unique,
    fingerprint text        not null,
    bytes       int         not null,
    width       int         not null,
    height      int         not null,
    sha256      text        not null,
    uploaded_at timestamptz not null,
    -- The submission's statement writes what hangs on it in no order.
    request_id  uuid references request deferrable initially deferred,
    -- The check-in photo of a visit.
    visit_id    uuid references visit deferrable initially deferred,
    -- Among those of its request, from 1.
    position    int,
    check (request_id is null or visit_id is null),
    check ((position is null) = (request_id is null))
);
create index attachment_of_request on attachment (request_id, position) where request_id is not null;
create unique index attachment_of_visit on attachment (visit_id) where visit_id is not null;
create index attachment_waiting on attachment (uploaded_at) where request_id is null and visit_id is null;

-- Files that may be in the store and belong to no attachment: on their way in, or to be removed. Written before a file
-- is, and in the transaction that lets go of one; so whatever dies in between, no file is forgotten.
create table unclaimed_file (
    id           uuid primary key,
    -- From then on it is removed, and can be claimed no more.
    remove_after timestamptz not null,
    -- A copy that is removing it has until then.
    taken_until  timestamptz
);
create index unclaimed_file_due on unclaimed_file (remove_after);

-- Which of the attachments of a submission somebody may not hang on anything: not uploaded by them, or hanging already.
-- In plpgsql, like claim_answer, so that who brings no picture does not plan it.
create function attachments_not_free(who text, given json) returns text[]
    language plpgsql stable
as
$$
begin
    return array (select photo.id::text
                  from json_to_recordset(given) as photo (id uuid)
                  where not exists (select from attachment
                                    where attachment.id = photo.id and uploaded_by = who
                                      and request_id is null and visit_id is null));
end
$$;

-- Hangs them on requests, those without one on the visit. One that somebody was faster with makes everything begin anew.
create function hang_attachments(who text, given json, visit uuid) returns int
    language plpgsql volatile
as
$$
declare
    hung int;
begin
    update attachment
    set request_id = photo.request_id, position = photo.position,
        visit_id = case when photo.request_id is null then visit end
    from json_to_recordset(given) as photo (id uuid, request_id uuid, position int)
    where attachment.id = photo.id and attachment.uploaded_by = who
      and attachment.request_id is null and attachment.visit_id is null;
    get diagnostics hung = row_count;
    if hung <> json_array_length(given) then
        raise exception 'an attachment was hung elsewhere meanwhile' using errcode = 'serialization_failure';
    end if;
    return hung;
end
$$;
