package cn.minyi5.escalation.policy.domain;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All policies there are, and which of them rules a matter. */
public record PolicyBook(List<SlaPolicy> policies) {

    private static final Comparator<SlaPolicy> PRECEDENCE = Comparator.comparing(
                    SlaPolicy::scope, PolicyScope.SPECIFICITY)
            .thenComparing(SlaPolicy::effectiveFrom)
            .thenComparing(SlaPolicy::version);

    /**
     * What a policy is looked up for: a clock about a kind of matter at a place.
     *
     * @param urgency null where it is not known: for what desk or office decide
     */
    public record Matter(ClockKind clock, String categoryCode, String gridCode, @Nullable Urgency urgency) {}

    public PolicyBook {
        policies = List.copyOf(policies);
    }

    /** The most specific policy that covers the matter; of its versions the latest that was in force at the moment. */
    public SlaPolicy ruling(Matter matter, Instant at) {
        return policies.stream()
                .filter(policy -> policy.scope().covers(matter))
                .filter(policy -> !policy.effectiveFrom().isAfter(at))
                .max(PRECEDENCE)
                .orElseThrow(() -> Refusal.conflict("policy.none-in-force").with("clock", matter.clock()));
    }

    /** The number that the next version for a scope gets, from 1. */
    public int nextVersion(PolicyScope scope) {
        return 1
                + policies.stream()
                        .filter(policy -> policy.scope().equals(scope))
                        .mapToInt(SlaPolicy::version)
                        .max()
                        .orElse(0);
    }
}
