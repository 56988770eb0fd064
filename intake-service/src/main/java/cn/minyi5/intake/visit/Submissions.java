package cn.minyi5.intake.visit;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.RecordedRequest;
import cn.minyi5.intake.visit.domain.RecordedVisit;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
                              where not exists (select from category where category.code = category_code))
                           as unknown_categories,
                       not exists (select from visits where started_at > at) as begun
                from moment
            ), claimed as materialized (
                select case when $3::text is null then true
                            else claim_answer($4::text, $3::text, $5::text, $6::text, 201, null) end as is_new
                from grounds where of_team and unknown_categories = '{}' and begun
            ), stored_visits as (
                insert into visit (id, grid_code, team_code, form, started_at, recorded_at, recorded_by, imported,
                                   fingerprint)
                select id, grid_code, team_code, form, started_at, grounds.at, recorded_by, imported, fingerprint
                from grounds, claimed, visits where is_new
            ), stored_requests as (
                insert into request select requests.* from claimed, requests where is_new
            ), personal as materialized (
                select id, wrapped_key, content
                from claimed, json_to_recordset($2::text::json) as row (id uuid, wrapped_key bytea, content bytea)
                where is_new and content is not null
            ), stored_keys as (
                insert into data_key (request_id, wrapped_key) select id, wrapped_key from personal
            ), stored_personal_data as (
                insert into particulars (request_id, content) select id, content from personal
            ), announced as materialized (
                select append_to_outbox($7, $8, $9, $10,
                                        (select array_agg(coalesce(told.at, grounds.at) order by n)
                                         from unnest($11::timestamptz[]) with ordinality as told (at, n)),
                                        $12, $13) as events
                from grounds, claimed where is_new
            )
            select at, of_team, unknown_categories, (select events from announced) is not null as stored from grounds""";

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
    private final ObjectMapper columns;

    Submissions(Transactions transactions, Sql sql, Outbox outbox, ObjectMapper json) {
        this.transactions = transactions;
        this.sql = sql;
        this.outbox = outbox;
        this.columns = json.copy()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .addMixIn(GridCode.class, CodeColumn.class);
    }

    private interface CodeColumn {
        @JsonValue
        String value();
    }

    private record VisitColumns(UUID id, @JsonUnwrapped RecordedVisit visit) {}

    private record RequestColumns(
            UUID id,
            @JsonUnwrapped RecordedRequest request,
            @Nullable String fingerprint,
            @Nullable String wrappedKey,
            @Nullable String content) {

        static RequestColumns of(Submission submission, int position) {
            var submitted = submission.requests().get(position - 1);
            var past = submitted.past();
            var personalData = submitted.content().personalData();
            return new RequestColumns(
                    submitted.content().request().id(),
                    submission.recorded(position),
                    past == null ? null : past.fingerprint(),
                    personalData == null ? null : hex(personalData.wrappedKey()),
                    personalData == null ? null : hex(personalData.content()));
        }

        private static String hex(byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
    }

    /**
     * Stores one submission under its key, in a statement that commits by itself, or nothing. Fails with {@link
     * #isIdTaken} if an id is there already.
     */
    Uni<SubmissionResult> store(Submission submission, String key) {
        var parameters = parameters(List.of(submission), key, submission.recordedBy(), submission.fingerprint());
        return transactions
                .inOneStatement(() -> sql.first(SubmissionResult.class, STORE, parameters))
                .onFailure(failure -> isOf(failure, DEADLOCK))
                .retry()
                .atMost(3);
    }

    /** Stores submissions of history in the transaction that is open. */
    public Uni<SubmissionResult> storePast(List<Submission> submissions) {
        return sql.first(SubmissionResult.class, STORE, parameters(submissions, null, null, null));
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
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && state.equals(said.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private Object[] parameters(
            List<Submission> submissions, @Nullable String key, @Nullable String actor, @Nullable String bodyHash) {
        var visits = submissions.stream()
                .filter(Submission::isNew)
                .map(submission -> new VisitColumns(submission.visit().id(), submission.recorded()))
                .toList();
        var requests = new ArrayList<RequestColumns>();
        for (var submission : submissions) {
            for (int position = 1; position <= submission.requests().size(); position++) {
                requests.add(RequestColumns.of(submission, position));
            }
        }
        var announcements = submissions.stream()
                .flatMap(submission -> submission.announcements().stream())
                .toList();
        return Stream.concat(
                        Stream.of(write(visits), write(requests), key, actor, OPERATION, bodyHash),
                        Stream.of(outbox.parameters(announcements)))
                .toArray();
    }

    private String write(List<?> rows) {
        try {
            return columns.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a submission cannot be written", e);
        }
    }
}
