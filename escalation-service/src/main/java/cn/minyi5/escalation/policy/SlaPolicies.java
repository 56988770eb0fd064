package cn.minyi5.escalation.policy;

import cn.minyi5.escalation.policy.domain.PolicyBook;
import cn.minyi5.escalation.policy.domain.PolicyScope;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import cn.minyi5.escalation.policy.domain.SlaPolicy;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every version of every policy: a few dozen, of which none is ever changed or removed. */
@ApplicationScoped
public class SlaPolicies {

    /** By hand: asked with every list of dispatches. */
    private static final String COUNT = "select count(*) from sla_policy";

    /** By hand: HQL has no word for it. */
    private static final String NOBODY_ELSE_ADDS = "lock table sla_policy in share row exclusive mode";

    private static final String ALL =
            "select policy from SlaPolicyRow order by policy.scope.clock desc, policy.effectiveFrom, id";

    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Sql sql;
    private volatile PolicyBook newest = new PolicyBook(List.of());

    SlaPolicies(Transactions transactions, Idempotency idempotency, Sql sql) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.sql = sql;
    }

    /** Within a unit of work. Another copy may have added versions: their number tells whether ours are all. */
    public Uni<PolicyBook> book() {
        return sql.value(Integer.class, COUNT)
                .flatMap(versions -> versions == newest.policies().size()
                        ? Uni.createFrom().item(newest)
                        : load().invoke(book -> newest = book));
    }

    public Uni<List<SlaPolicy>> list() {
        return transactions.read(this::load).map(PolicyBook::policies);
    }

    /**
     * Adds the next version of the terms for a scope. Clocks that run keep the terms under which they started.
     *
     * @param effectiveFrom at once when null
     */
    public Uni<SlaPolicy> add(Command command, PolicyScope scope, PolicyTerms terms, @Nullable Instant effectiveFrom) {
        return idempotency.once(command, SlaPolicy.class, now -> sql.update(NOBODY_ELSE_ADDS)
                .chain(this::load)
                .map(book -> new SlaPolicy(
                        UuidCreator.getTimeOrderedEpoch(),
                        book.nextVersion(scope),
                        scope,
                        terms,
                        Objects.requireNonNullElse(effectiveFrom, now)))
                .call(policy -> transactions.session().insert(SlaPolicyRow.of(policy)))
                .invoke(policy -> transactions.logged().to(policy.id())));
    }

    private Uni<PolicyBook> load() {
        return transactions
                .session()
                .createSelectionQuery(ALL, SlaPolicy.class)
                .getResultList()
                .map(PolicyBook::new);
    }
}
