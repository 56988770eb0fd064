package cn.minyi5.intake.visit.persistence;

import cn.minyi5.intake.request.application.SealedRequest;
import cn.minyi5.intake.visit.application.PastVisits;
import cn.minyi5.intake.visit.application.RecordedVisit;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** History in one statement a batch, like a submission but for many visits at once. */
@ApplicationScoped
class SqlPastVisits implements PastVisits {

    private static final String FINGERPRINTS =
            """
            select id, fingerprint from visit where id = any ($1)
            union all
            select id, coalesce(fingerprint, '') from request where id = any ($2)""";

    private static final String BRING_IN =
            """
            with new_visits as (
                insert into visit (id, grid_code, team_code, form, started_at, recorded_at, imported, fingerprint)
                select v.id, v.grid_code, v.team_code, v.form, v.started_at, $1, true, v.fingerprint
                from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[])
                         as v (id, grid_code, team_code, form, started_at, fingerprint)
                on conflict do nothing
                returning id
            ), new_requests as (
                insert into request (id, visit_id, position, grid_code, team_code, category_code, urgency, text,
                                     outcome, resolution_note, visited_at, imported, fingerprint)
                select r.id, r.visit_id, r.position, v.grid_code, v.team_code, r.category, r.urgency, r.text,
                       r.outcome, r.note, v.started_at, true, r.fingerprint
                from unnest($8::uuid[], $9::uuid[], $10::int[], $11::text[], $12::text[], $13::text[], $14::text[],
                            $15::text[], $16::text[])
                         as r (id, visit_id, position, category, urgency, text, outcome, note, fingerprint)
                join unnest($2::uuid[], $3::text[], $4::text[], $6::timestamptz[])
                         as v (id, grid_code, team_code, started_at) on v.id = r.visit_id
                on conflict do nothing
                returning id
            ), new_keys as (
                insert into data_key (request_id, wrapped_key)
                select new_requests.id, k.wrapped_key
                from new_requests
                join unnest($17::uuid[], $18::bytea[]) as k (request_id, wrapped_key) on k.request_id = new_requests.id
            ), new_particulars as (
                insert into particulars (request_id, content)
                select new_requests.id, p.content
                from new_requests
                join unnest($17::uuid[], $19::bytea[]) as p (request_id, content) on p.request_id = new_requests.id
            )
            select id from new_visits union all select id from new_requests""";

    private record Placed(RecordedVisit visit, SealedRequest request, int position) {}

    @Override
    public Uni<Map<UUID, String>> fingerprints(Transaction tx, Collection<UUID> visitIds, Collection<UUID> requestIds) {
        return tx.connection()
                .preparedQuery(FINGERPRINTS)
                .execute(Tuple.of(visitIds.toArray(UUID[]::new), requestIds.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("id"), row -> row.getString("fingerprint"))));
    }

    @Override
    public Uni<Set<UUID>> bringIn(Transaction tx, List<RecordedVisit> visits, Map<UUID, String> requestFingerprints) {
        return tx.connection()
                .preparedQuery(BRING_IN)
                .execute(values(tx, visits, requestFingerprints))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .collect(Collectors.toSet()));
    }

    private static Tuple values(Transaction tx, List<RecordedVisit> recorded, Map<UUID, String> fingerprints) {
        var visits = new Columns<>(recorded);
        var requests = new Columns<>(recorded.stream()
                .flatMap(visit -> IntStream.range(0, visit.requests().size())
                        .mapToObj(at -> new Placed(visit, visit.requests().get(at), at + 1)))
                .toList());
        var sealed = new Columns<>(requests.things().stream()
                .map(Placed::request)
                .filter(request -> request.particulars() != null)
                .toList());
        return Tuple.from(new Object[] {
            tx.now().atOffset(ZoneOffset.UTC),
            visits.ids(it -> it.visit().id()),
            visits.texts(it -> it.visit().grid().value()),
            visits.texts(RecordedVisit::teamCode),
            visits.texts(it -> it.visit().form().name()),
            visits.moments(it -> it.visit().startedAt()),
            visits.texts(RecordedVisit::fingerprint),
            requests.ids(it -> it.request().request().id()),
            requests.ids(it -> it.visit().visit().id()),
            requests.numbers(Placed::position),
            requests.texts(it -> it.request().request().categoryCode()),
            requests.texts(it -> it.request().request().urgency().name()),
            requests.texts(it -> it.request().text()),
            requests.texts(it -> it.request().request().outcome().name()),
            requests.texts(it -> it.request().note()),
            requests.texts(it -> fingerprints.get(it.request().request().id())),
            sealed.ids(it -> it.request().id()),
            sealed.bytes(it -> SubmissionStatement.particulars(it).wrappedKey()),
            sealed.bytes(it -> SubmissionStatement.particulars(it).content())
        });
    }
}
