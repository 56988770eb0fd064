package cn.minyi5.escalation.policy.persistence;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.escalation.policy.application.SlaPolicies;
import cn.minyi5.escalation.policy.domain.PolicyBook;
import cn.minyi5.escalation.policy.domain.PolicyScope;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import cn.minyi5.escalation.policy.domain.SlaPolicy;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;

@ApplicationScoped
class SqlSlaPolicies implements SlaPolicies {

    private static final String ALL = "select * from sla_policy order by clock desc, effective_from, id";
    private static final String LOCK = "lock table sla_policy in share row exclusive mode";
    private static final String ADD =
            """
            insert into sla_policy (id, version, category_prefix, division_prefix, urgency, clock, allowed_millis,
                                    reminder_left_share, notice_after_millis, effective_from)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    private final Transactions transactions;

    SqlSlaPolicies(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<PolicyBook> book(Transaction tx) {
        return book(tx.connection());
    }

    @Override
    public Uni<PolicyBook> book() {
        return book(transactions.pool());
    }

    @Override
    public Uni<PolicyBook> bookForAdding(Transaction tx) {
        return tx.connection().query(LOCK).execute().chain(() -> book(tx));
    }

    @Override
    public Uni<Void> add(Transaction tx, SlaPolicy policy) {
        var scope = policy.scope();
        var terms = policy.terms();
        return tx.connection()
                .preparedQuery(ADD)
                .execute(Tuple.from(new Object[] {
                    policy.id(),
                    policy.version(),
                    scope.categoryPrefix(),
                    scope.divisionPrefix(),
                    scope.urgency() == null ? null : scope.urgency().name(),
                    scope.clock().name(),
                    terms.allowed().toMillis(),
                    terms.reminderLeftShare(),
                    terms.noticeAfter().toMillis(),
                    policy.effectiveFrom().atOffset(ZoneOffset.UTC)
                }))
                .replaceWithVoid();
    }

    private static Uni<PolicyBook> book(SqlClient client) {
        return client.preparedQuery(ALL)
                .execute()
                .map(rows -> new PolicyBook(StreamSupport.stream(rows.spliterator(), false)
                        .map(SqlSlaPolicies::policy)
                        .toList()));
    }

    private static SlaPolicy policy(Row row) {
        var urgency = row.getString("urgency");
        return new SlaPolicy(
                row.getUUID("id"),
                row.getInteger("version"),
                new PolicyScope(
                        row.getString("category_prefix"),
                        row.getString("division_prefix"),
                        urgency == null ? null : Urgency.valueOf(urgency),
                        ClockKind.valueOf(row.getString("clock"))),
                new PolicyTerms(
                        Duration.ofMillis(row.getLong("allowed_millis")),
                        row.getBigDecimal("reminder_left_share"),
                        Duration.ofMillis(row.getLong("notice_after_millis"))),
                row.getOffsetDateTime("effective_from").toInstant());
    }
}
