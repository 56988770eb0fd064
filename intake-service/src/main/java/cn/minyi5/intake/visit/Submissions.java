package cn.minyi5.intake.visit;

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

    /** Batches of history are logged as a whole. */
    private static final Object[] NOT_LOGGED = new Object[10];

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
     * Stores one submission under its key, in a statement that commits by itself, or nothing. Fails with {@link
     * #isIdTaken} if an id is there already.
     */
    Uni<SubmissionResult> store(Submission submission, String key) {
        var parameters = parameters(
                List.of(submission), key, submission.recordedBy(), submission.fingerprint(), logged(submission));
        return transactions
                .inOneStatement(() -> sql.first(SubmissionResult.class, SubmissionSql.STORE, parameters))
                .onFailure(failure -> isOf(failure, DEADLOCK) || isOf(failure, SERIALIZATION_FAILURE))
                .retry()
                .atMost(3);
    }

    /** Stores submissions of history in the transaction that is open. */
    public Uni<SubmissionResult> storePast(List<Submission> submissions) {
        return sql.first(
                SubmissionResult.class, SubmissionSql.STORE, parameters(submissions, null, null, null, NOT_LOGGED));
    }

    Uni<PriorSubmission> prior(Submission submission, String key) {
        var requestIds =
                submission.visit().requests().stream().map(CitizenRequest::id).toArray(UUID[]::new);
        return transactions.read(() -> sql.first(
                PriorSubmission.class,
                SubmissionSql.PRIOR,
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
                            photos(submissions.get(0).photos()),
                            settledWithoutPhoto(submissions.get(0))
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

    /** Their categories; null where there are none, and for history. */
    private static String @Nullable [] settledWithoutPhoto(Submission submission) {
        var visit = submission.visit();
        var categories = submission.imported()
                ? new String[0]
                : submission
                        .photos()
                        .without(visit.requests())
                        .map(CitizenRequest::categoryCode)
                        .toArray(String[]::new);
        return categories.length == 0 ? null : categories;
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
