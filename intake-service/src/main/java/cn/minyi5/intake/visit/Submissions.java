package cn.minyi5.intake.visit;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.PersonalDataProtection;
import cn.minyi5.intake.request.PersonalDataProtection.ProtectedRequest;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.visit.Submission.PriorSubmission;
import cn.minyi5.intake.visit.Submission.Terms;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.intake.visit.domain.VisitPhotos;
import cn.minyi5.messaging.ChangeLog;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Outbox.Announcement;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores submissions: a phone's in one statement and one commit, those of history many at once in the transaction of
 * their batch. By hand, because it is the hot path: the statement claims the key, checks what only the database knows
 * (whose grid, which categories, what time), and writes visits, requests, personal data and announcements, or nothing.
 * Rows travel as JSON and so by the names of their columns. The moment is read after the transaction has its number, so
 * that the relay's watermark can vouch for it (ADR 0003).
 */
@ApplicationScoped
public class Submissions {

    /** What an Idempotency-Key of a submission is good for. */
    static final String OPERATION = "record-visit";

    private static final String UNIQUE_VIOLATION = "23505";

    /** Two submissions that share ids wait for each other crosswise; the one that lost finds the ids taken. */
    private static final String DEADLOCK = "40P01";

    /** An attachment was hung elsewhere while it was looked at: asked again, the statement says so. */
    private static final String SERIALIZATION_FAILURE = "40001";

    /** {@code stored} asks for {@code announced}, else nothing would be: it counts 0 events for a visit without requests. */
    private static final String STORE =
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
                            else attachments_not_free($4::text, $25::text::json) end as unknown_attachments
                from moment
            ), claimed as materialized (
                select case when $3::text is null then true
                            else claim_answer($4::text, $3::text, $5::text, $6::text, 201, null) end as is_new
                from grounds
                where of_team and unknown_categories = '{}' and begun and recent and unknown_attachments = '{}'
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
            select at, of_team, unknown_categories, unknown_attachments,
                   (select events from announced) is not null as stored, (select done from logged) as logged,
                   (select photos from hung) as photos
            from grounds""";

    /** Batches of history are logged as a whole. */
    private static final Object[] NOT_LOGGED = new Object[10];

    private static final String PRIOR =
            """
            select used.operation, used.body_hash, stored.team_code, stored.fingerprint,
                   (select id from request where id = any ($4) and visit_id <> $3 limit 1) as taken_request_id
            from (select) as one
            left join idempotent_answer used on used.actor = $1 and used.key = $2
            left join visit stored on stored.id = $3""";

    private final Transactions transactions;
    private final Sql sql;
    private final Outbox outbox;
    private final PersonalDataProtection protection;
    private final ChangeLog log;

    Submissions(Transactions transactions, Sql sql, Outbox outbox, PersonalDataProtection protection, ChangeLog log) {
        this.transactions = transactions;
        this.sql = sql;
        this.outbox = outbox;
        this.protection = protection;
        this.log = log;
    }

    /**
     * What the database said to a submission.
     *
     * @param at its moment
     * @param ofTeam whether the grid is the team's
     * @param unknownCategories of those submitted
     * @param unknownAttachments of those submitted: not there, not uploaded by the person, or hanging elsewhere
     * @param stored whether everything was stored; otherwise nothing was
     */
    public record SubmissionResult(
            Instant at,
            boolean ofTeam,
            List<String> unknownCategories,
            List<String> unknownAttachments,
            boolean stored) {

        /** Why the visit was not stored, given that it was not stored before. */
        Refusal refusal(Submission submission) {
            var visit = submission.visit();
            if (!ofTeam) {
                return Refusal.invalid("visit.grid-not-of-team", "gridCode")
                        .with("gridCode", visit.grid().value());
            }
            if (!unknownCategories.isEmpty()) {
                return unknownCategory(visit);
            }
            visit.refuseIfStartedAfter(at);
            visit.refuseIfLongAgo(at, submission.terms().within());
            if (!unknownAttachments.isEmpty()) {
                return submission
                        .photos()
                        .refusal(unknownAttachments.stream()
                                .map(UUID::fromString)
                                .toList());
            }
            throw new IllegalStateException("visit " + visit.id() + " was not stored for no reason that is known");
        }

        private Refusal unknownCategory(Visit visit) {
            var codes = visit.requests().stream()
                    .map(request -> request.categoryCode())
                    .toList();
            var first = codes.stream()
                    .filter(unknownCategories::contains)
                    .findFirst()
                    .orElseThrow();
            return Refusal.invalid("request.category-unknown", "requests[" + codes.indexOf(first) + "].categoryCode")
                    .with("categoryCode", first);
        }
    }

    /**
     * Stores one submission under its key, in a statement that commits by itself, or nothing. Fails with {@link
     * #isIdTaken} if an id is there already.
     */
    Uni<SubmissionResult> store(Submission submission, String key) {
        var parameters = parameters(
                List.of(submission), key, submission.recordedBy(), submission.fingerprint(), logged(submission));
        return transactions
                .inOneStatement(() -> sql.first(SubmissionResult.class, STORE, parameters))
                .onFailure(failure -> isOf(failure, DEADLOCK) || isOf(failure, SERIALIZATION_FAILURE))
                .retry()
                .atMost(3);
    }

    /** Stores submissions of history in the transaction that is open. */
    public Uni<SubmissionResult> storePast(List<Submission> submissions) {
        return sql.first(SubmissionResult.class, STORE, parameters(submissions, null, null, null, NOT_LOGGED));
    }

    Uni<PriorSubmission> prior(Submission submission, String key) {
        var requestIds =
                submission.visit().requests().stream().map(CitizenRequest::id).toArray(UUID[]::new);
        return transactions.read(() -> sql.first(
                PriorSubmission.class,
                PRIOR,
                submission.recordedBy(),
                key,
                submission.visit().id(),
                requestIds));
    }

    static boolean isIdTaken(Throwable failure) {
        return isOf(failure, UNIQUE_VIOLATION);
    }

    /** The session puts what the database said into exceptions of its own. */
    private static boolean isOf(Throwable failure, String state) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException said && state.equals(said.getSQLState()));
    }

    /** What is told stands in the order of what is stored; a visit without requests tells nothing. */
    private Object[] parameters(
            List<Submission> submissions,
            @Nullable String key,
            @Nullable String actor,
            @Nullable String bodyHash,
            @Nullable Object[] logged) {
        var visits = new JsonArray();
        var requests = new JsonArray();
        var announcements = new ArrayList<Announcement>();
        for (var submission : submissions) {
            var visit = submission.visit();
            if (submission.isNew()) {
                visits.add(row(visit.id(), visit, submission.recorded()));
            }
            for (int position = 1; position <= visit.requests().size(); position++) {
                var content = protection.protect(visit.requests().get(position - 1));
                requests.add(row(submission, content, position));
                announcements.add(submission.announcement(content, position));
            }
        }
        return Stream.of(
                        new Object[] {visits.encode(), requests.encode(), key, actor, OPERATION, bodyHash},
                        outbox.parameters(announcements),
                        logged,
                        new Object[] {
                            within(submissions.get(0).terms()),
                            photos(submissions.get(0).photos())
                        })
                .flatMap(Stream::of)
                .toArray();
    }

    private static @Nullable Double within(Terms terms) {
        return terms.within() == null ? null : (double) terms.within().toSeconds();
    }

    /** Null where there are none, which is nearly always. */
    private static @Nullable String photos(VisitPhotos photos) {
        return photos.isEmpty()
                ? null
                : new JsonArray(photos.photos().stream().map(JsonRows::of).toList()).encode();
    }

    private Object[] logged(Submission submission) {
        var visit = submission.visit();
        return log.parameters(
                visit.id().toString(),
                visit.requests().stream().anyMatch(CitizenRequest::aboutOfficials),
                HexFormat.of().parseHex(submission.fingerprint()));
    }

    private static JsonObject row(Submission submission, ProtectedRequest content, int position) {
        var row = row(content.request().id(), submission.visit(), submission.recorded(content, position));
        var past = submission.past(position);
        if (past != null) {
            row.put("fingerprint", past.fingerprint());
        }
        var personalData = content.personalData();
        if (personalData != null) {
            row.put("wrapped_key", hex(personalData.wrappedKey())).put("content", hex(personalData.content()));
        }
        return row;
    }

    /** A code is a record of its own; its column has the digits. */
    private static JsonObject row(UUID id, Visit visit, Record recorded) {
        return JsonRows.of(recorded)
                .put("id", id.toString())
                .put("grid_code", visit.grid().value());
    }

    private static String hex(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }
}
