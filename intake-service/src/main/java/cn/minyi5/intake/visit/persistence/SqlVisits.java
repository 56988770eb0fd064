package cn.minyi5.intake.visit.persistence;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.visit.application.Earlier;
import cn.minyi5.intake.visit.application.IdTaken;
import cn.minyi5.intake.visit.application.Receipt;
import cn.minyi5.intake.visit.application.Submission;
import cn.minyi5.intake.visit.application.VisitOverview;
import cn.minyi5.intake.visit.application.VisitSummary;
import cn.minyi5.intake.visit.application.Visits;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlVisits implements Visits {

    private static final String UNIQUE_VIOLATION = "23505";

    /** Two submissions that share ids wait for each other crosswise; the one that lost finds the ids taken. */
    private static final String DEADLOCK = "40P01";

    private static final String EARLIER =
            """
            select used.operation, used.body_hash, kept.team_code, kept.fingerprint,
                   (select id from request where id = any ($4) and visit_id <> $3 limit 1) as taken_request
            from (select) as one
            left join idempotent_answer used on used.actor = $1 and used.key = $2
            left join visit kept on kept.id = $3""";

    private static final String FIND =
            """
            select visit.id, visit.grid_code, visit.team_code, form, started_at, recorded_at, visit.imported,
                   request.id as request_id, category_code, urgency, outcome
            from visit left join request on request.visit_id = visit.id
            where visit.id = $1 order by position""";

    private static final String PAGE =
            """
            select id, grid_code, form, started_at,
                   (select count(*) from request
                    where visit_id = visit.id and outcome = 'RESOLVED_ON_SPOT') as resolved_on_spot,
                   (select count(*) from request where visit_id = visit.id and outcome = 'FORWARDED') as forwarded
            from visit
            where team_code = $1
              and ($2::uuid is null
                   or (started_at, id) < (select started_at, id from visit where id = $2 and team_code = $1))
            order by started_at desc, id desc limit $3""";

    private static final String COUNT = "select count(*) from visit where team_code = $1";

    private final Transactions transactions;

    SqlVisits(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Receipt> submit(Submission submission) {
        return transactions
                .pool()
                .preparedQuery(SubmissionStatement.SQL)
                .execute(SubmissionStatement.values(submission))
                .onFailure(SqlVisits::isDeadlock)
                .retry()
                .atMost(3)
                .onFailure(SqlVisits::isIdTaken)
                .transform(IdTaken::new)
                .map(rows -> receipt(rows.iterator().next()));
    }

    @Override
    public Uni<Earlier> earlier(Submission submission) {
        var visit = submission.visit().visit();
        var requestIds = new Columns<>(visit.requests()).ids(request -> request.id());
        return transactions
                .pool()
                .preparedQuery(EARLIER)
                .execute(Tuple.of(submission.actorId(), submission.key(), visit.id(), requestIds))
                .map(rows -> earlier(rows.iterator().next()));
    }

    @Override
    public Uni<@Nullable VisitOverview> find(UUID id) {
        return transactions.pool().preparedQuery(FIND).execute(Tuple.of(id)).map(SqlVisits::overview);
    }

    @Override
    public Uni<List<VisitSummary>> page(String teamCode, @Nullable UUID after, int limit) {
        return transactions
                .pool()
                .preparedQuery(PAGE)
                .execute(Tuple.of(teamCode, after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SqlVisits::summary)
                        .toList());
    }

    @Override
    public Uni<Long> count(String teamCode) {
        return transactions
                .pool()
                .preparedQuery(COUNT)
                .execute(Tuple.of(teamCode))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static boolean isIdTaken(Throwable failure) {
        return failure instanceof PgException pg && UNIQUE_VIOLATION.equals(pg.getSqlState());
    }

    private static boolean isDeadlock(Throwable failure) {
        return failure instanceof PgException pg && DEADLOCK.equals(pg.getSqlState());
    }

    private static Receipt receipt(Row row) {
        return new Receipt(
                row.getOffsetDateTime("at").toInstant(),
                row.getBoolean("kept"),
                row.getBoolean("of_team"),
                List.of(row.getArrayOfStrings("unknown_categories")));
    }

    private static Earlier earlier(Row row) {
        var operation = row.getString("operation");
        var team = row.getString("team_code");
        return new Earlier(
                operation == null ? null : new Earlier.KeyUse(operation, row.getString("body_hash")),
                team == null ? null : new Earlier.KeptVisit(team, row.getString("fingerprint")),
                row.getUUID("taken_request"));
    }

    private static @Nullable VisitOverview overview(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return null;
        }
        var first = rows.iterator().next();
        return new VisitOverview(
                first.getUUID("id"),
                new GridCode(first.getString("grid_code")),
                first.getString("team_code"),
                VisitForm.valueOf(first.getString("form")),
                first.getOffsetDateTime("started_at").toInstant(),
                first.getOffsetDateTime("recorded_at").toInstant(),
                first.getBoolean("imported"),
                StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> row.getUUID("request_id") != null)
                        .map(SqlVisits::item)
                        .toList());
    }

    private static VisitOverview.Item item(Row row) {
        return new VisitOverview.Item(
                row.getUUID("request_id"),
                row.getString("category_code"),
                Urgency.valueOf(row.getString("urgency")),
                Outcome.valueOf(row.getString("outcome")));
    }

    private static VisitSummary summary(Row row) {
        return new VisitSummary(
                row.getUUID("id"),
                new GridCode(row.getString("grid_code")),
                VisitForm.valueOf(row.getString("form")),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getInteger("resolved_on_spot"),
                row.getInteger("forwarded"));
    }
}
