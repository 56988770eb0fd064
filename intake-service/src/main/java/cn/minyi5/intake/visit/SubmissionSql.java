package cn.minyi5.intake.visit;

/** The statements of {@link Submissions}, by hand as it says. */
final class SubmissionSql {

    /** {@code stored} asks for {@code announced}, else nothing would be: it counts 0 events for a visit without requests. */
    static final String STORE =
            """
            with moment as materialized (
                select pg_current_xact_id() as transaction, clock_timestamp() as at
            ), visits as materialized (
                select * from json_populate_recordset(null::visit, $1::text::json)
            ), requests as materialized (
                select * from json_populate_recordset(null::request, $2::text::json)
            ), grounds as materialized (
                select at,
                       not exists (select from visits
                                   where not exists (select from visit_team team
                                                     where team.code = visits.team_code
                                                       and team.grid_code = visits.grid_code)) as of_team,
                       array (select distinct category_code from requests
                              where not exists (select from category
                                                where category.code = category_code
                                                  and starts_with(requests.grid_code, category.division)))
                           as unknown_categories,
                       not exists (select from visits where started_at > at) as begun,
                       not exists (select from visits where started_at < at - make_interval(secs => $24)) as recent,
                       case when $25::text is null then '{}'
                            else attachments_not_free($4::text, $25::text::json) end as unknown_attachments,
                       case when $26::text[] is null then '{}'
                            else array (select code from category
                                        where code = any ($26::text[]) and photo_required
                                          and starts_with((select grid_code from visits), division)) end
                           as without_photo
                from moment
            ), claimed as materialized (
                select case when $3::text is null then true
                            else claim_answer($4::text, $3::text, $5::text, $6::text, 201, null) end as is_new
                from grounds
                where of_team and unknown_categories = '{}' and begun and recent and unknown_attachments = '{}'
                  and without_photo = '{}'
            ), stored_visits as (
                insert into visit (id, grid_code, team_code, form, started_at, recorded_at, recorded_by, imported,
                                   fingerprint, check_in_latitude, check_in_longitude, check_in_accuracy)
                select id, grid_code, team_code, form, started_at, grounds.at, recorded_by, imported, fingerprint,
                       check_in_latitude, check_in_longitude, check_in_accuracy
                from grounds, claimed, visits where is_new
            ), stored_requests as (
                insert into request select requests.* from claimed, requests where is_new
            ), personal as materialized (
                select id, wrapped_key, content
                from claimed, json_to_recordset($2::text::json) as row (id uuid, wrapped_key bytea, content bytea)
                where is_new and content is not null
            ), stored_keys as (
                insert into keys.data_key (id, wrapped_key) select id, wrapped_key from personal
            ), stored_personal_data as (
                insert into particulars (request_id, content) select id, content from personal
            ), announced as materialized (
                select append_to_outbox($7, $8, $9, $10,
                                        (select array_agg(coalesce(told.at, grounds.at) order by n)
                                         from unnest($11::timestamptz[]) with ordinality as told (at, n)),
                                        $12, $13) as events
                from grounds, claimed where is_new
            ), hung as materialized (
                select hang_attachments($4::text, $25::text::json, (select id from visits)) as photos
                from claimed where is_new and $25::text is not null
            ), logged as materialized (
                select log_change($14, $15, $16, $17, $18, $19, $20, $21, $22, $23) as done
                from claimed where is_new and $3::text is not null
            )
            select at, of_team, unknown_categories, unknown_attachments, without_photo,
                   (select events from announced) is not null as stored, (select done from logged) as logged,
                   (select photos from hung) as photos
            from grounds""";

    static final String PRIOR =
            """
            select used.operation, used.body_hash, stored.team_code, stored.fingerprint,
                   (select id from request where id = any ($4) and visit_id <> $3 limit 1) as taken_request_id
            from (select) as one
            left join idempotent_answer used on used.actor = $1 and used.key = $2
            left join visit stored on stored.id = $3""";

    private SubmissionSql() {}
}
