package cn.minyi5.escalation.policy.application;

import cn.minyi5.escalation.policy.domain.PolicyScope;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import cn.minyi5.escalation.policy.domain.SlaPolicy;
import cn.minyi5.messaging.Transaction;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds the next version of the terms for a scope. Clocks that run keep the terms under which they started. */
@ApplicationScoped
public class AddPolicy {

    private final SlaPolicies policies;

    AddPolicy(SlaPolicies policies) {
        this.policies = policies;
    }

    /** @param effectiveFrom at once when null */
    public Uni<SlaPolicy> handle(
            Transaction tx, PolicyScope scope, PolicyTerms terms, @Nullable Instant effectiveFrom) {
        var from = Objects.requireNonNullElse(effectiveFrom, tx.now());
        return policies.bookForAdding(tx)
                .map(book ->
                        new SlaPolicy(UuidCreator.getTimeOrderedEpoch(), book.nextVersion(scope), scope, terms, from))
                .call(policy -> policies.add(tx, policy));
    }
}
