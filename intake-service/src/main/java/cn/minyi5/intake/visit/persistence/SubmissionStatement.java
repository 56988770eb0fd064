package cn.minyi5.intake.visit.persistence;

import cn.minyi5.intake.request.application.SealedRequest;
import cn.minyi5.intake.visit.application.Submission;
import cn.minyi5.messaging.OutboxRow;
import cn.minyi5.privacy.Sealed;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * The hot path: a whole submission in one statement and one commit. It claims the key, checks what only the database
 * knows (whose grid, which categories, what time), and writes visit, requests, particulars and announcements, or nothing.
 * The moment is read after the transaction has its number, so that the relay's watermark can vouch for it.
 */
final class SubmissionStatement {

    static final String SQL =
            """
            with moment as materialized (
                select pg_current_xact_id() as transaction, clock_timestamp() as at
            ), grounds as materialized (
                select at,
                       exists (select from visit_team where code = $5 and grid_code = $6) as of_team,
                       array (select distinct wanted.code from unnest($7::text[]) as wanted (code)
                              where not exists (select from category where category.code = wanted.code))
                           as unknown_categories
                from moment
            ), claimed as (
                insert into idempotent_answer (actor, key, operation, body_hash, status)
                select $1, $2, $3, $4, 201 from grounds
                where of_team and unknown_categories = '{}' and $9 <= at
                on conflict do nothing
                returning true
            ), new_visit as (
                insert into visit (id, grid_code, team_code, form, started_at, recorded_at, recorded_by, imported,
                                   fingerprint)
                select $8, $6, $5, $10, $9, at, $1, false, $4 from grounds, claimed
                returning id
            ), new_requests as (
                insert into request (id, visit_id, position, grid_code, team_code, category_code, urgency, text,
                                     outcome, resolution_note, visited_at, imported)
                select r.id, new_visit.id, r.position, $6, $5, r.category, r.urgency, r.text, r.outcome, r.note, $9,
                       false
                from new_visit,
                     unnest($11::uuid[], $7::text[], $12::text[], $13::text[], $14::text[], $15::text[])
                         with ordinality as r (id, category, urgency, text, outcome, note, position)
            ), new_keys as (
                insert into data_key (request_id, wrapped_key)
                select k.request_id, k.wrapped_key
                from new_visit, unnest($16::uuid[], $17::bytea[]) as k (request_id, wrapped_key)
            ), new_particulars as (
                insert into particulars (request_id, content)
                select p.request_id, p.content
                from new_visit, unnest($16::uuid[], $18::bytea[]) as p (request_id, content)
            ), announced as (
                insert into outbox (event_id, topic, key, type, happened_at, traceparent, data)
                select e.event_id, e.topic, e.key, e.type, grounds.at, e.traceparent, e.data
                from grounds, new_visit,
                     unnest($19::uuid[], $20::text[], $21::text[], $22::text[], $23::text[], $24::bytea[])
                         with ordinality as e (event_id, topic, key, type, traceparent, data, position)
                order by e.position
            )
            select at, of_team, unknown_categories, exists (select from claimed) as kept from grounds""";

    private SubmissionStatement() {}

    static Tuple values(Submission submission) {
        var recorded = submission.visit();
        var visit = recorded.visit();
        var requests = new Columns<>(recorded.requests());
        var sealed = new Columns<>(recorded.requests().stream()
                .filter(request -> request.particulars() != null)
                .toList());
        var announced = new Columns<>(submission.announcements());
        return Tuple.from(new Object[] {
            submission.actorId(),
            submission.key(),
            Submission.OPERATION,
            recorded.fingerprint(),
            recorded.teamCode(),
            visit.grid().value(),
            requests.texts(it -> it.request().categoryCode()),
            visit.id(),
            visit.startedAt().atOffset(ZoneOffset.UTC),
            visit.form().name(),
            requests.ids(it -> it.request().id()),
            requests.texts(it -> it.request().urgency().name()),
            requests.texts(SealedRequest::text),
            requests.texts(it -> it.request().outcome().name()),
            requests.texts(SealedRequest::note),
            sealed.ids(it -> it.request().id()),
            sealed.bytes(it -> particulars(it).wrappedKey()),
            sealed.bytes(it -> particulars(it).content()),
            announced.ids(OutboxRow::eventId),
            announced.texts(OutboxRow::topic),
            announced.texts(OutboxRow::key),
            announced.texts(OutboxRow::type),
            announced.texts(OutboxRow::traceparent),
            announced.bytes(OutboxRow::data)
        });
    }

    static Sealed particulars(SealedRequest request) {
        return Objects.requireNonNull(request.particulars());
    }
}
