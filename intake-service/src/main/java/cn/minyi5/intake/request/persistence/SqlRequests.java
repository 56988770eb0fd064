package cn.minyi5.intake.request.persistence;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.intake.request.application.ContactDisclosure;
import cn.minyi5.intake.request.application.Requests;
import cn.minyi5.intake.request.domain.RecordedRequest;
import cn.minyi5.intake.request.domain.RequestCounts;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlRequests implements Requests {

    static final String FIND =
            """
            select request.*, known.id as order_id, number, confidential, holder, round, answered_round, result_code,
                   answer, answered_at, ended, wrapped_key, content,
                   (select coalesce(max(round), 0) from follow_up where request_id = request.id) as followed_up_round
            from request
            left join known_work_order known on known.request_id = request.id
            left join data_key on data_key.request_id = request.id
            left join particulars on particulars.request_id = request.id
            where request.id = $1""";

    private static final String LOCK = "select from known_work_order where request_id = $1 for update";

    private static final String COUNT =
            """
            select count(*) as collected,
                   count(*) filter (where outcome = 'RESOLVED_ON_SPOT') as resolved_on_spot,
                   count(*) filter (where outcome = 'FORWARDED') as forwarded
            from request
            where visited_at >= $1 and visited_at < $2
              and starts_with(grid_code, $3) and ($4::text is null or team_code = $4)""";

    private static final String LOG_DISCLOSURE =
            """
            insert into contact_disclosure (id, request_id, actor, username, department, team, reason, disclosed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";

    private final Transactions transactions;

    SqlRequests(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<@Nullable Found> find(UUID id) {
        return find(transactions.pool(), id);
    }

    /** First the lock, then a statement that sees what was committed while it waited. */
    @Override
    public Uni<@Nullable RecordedRequest> lock(Transaction tx, UUID id) {
        return tx.connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(id))
                .chain(() -> find(tx.connection(), id))
                .map(found -> found == null ? null : found.request());
    }

    private static Uni<@Nullable Found> find(SqlClient client, UUID id) {
        return client.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> {
            var found = rows.iterator();
            return found.hasNext() ? RequestRow.found(found.next()) : null;
        });
    }

    @Override
    public Uni<RequestCounts> count(MonthRange months, DivisionCode jurisdiction, @Nullable String team) {
        return transactions
                .pool()
                .preparedQuery(COUNT)
                .execute(Tuple.of(
                        months.begin().atOffset(ZoneOffset.UTC),
                        months.end().atOffset(ZoneOffset.UTC),
                        jurisdiction.value(),
                        team))
                .map(rows -> rows.iterator().next())
                .map(row -> new RequestCounts(
                        row.getLong("collected"), row.getLong("resolved_on_spot"), row.getLong("forwarded")));
    }

    @Override
    public Uni<Void> logDisclosure(Transaction tx, ContactDisclosure disclosure) {
        var actor = disclosure.actor();
        return tx.connection()
                .preparedQuery(LOG_DISCLOSURE)
                .execute(Tuple.from(new Object[] {
                    disclosure.id(),
                    disclosure.requestId(),
                    actor.id(),
                    actor.username(),
                    actor.department(),
                    actor.team(),
                    disclosure.reason(),
                    tx.now().atOffset(ZoneOffset.UTC)
                }))
                .replaceWithVoid();
    }
}
