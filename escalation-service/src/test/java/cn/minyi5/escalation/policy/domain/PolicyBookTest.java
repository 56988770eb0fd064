package cn.minyi5.escalation.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.escalation.policy.domain.PolicyBook.Matter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyBookTest {

    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2021-09-05T01:00:00Z");
    private static final Matter GAS_AT_YANGSHAN = new Matter(ClockKind.SIGN, "GS02", "370828101001001", Urgency.URGENT);

    @Test
    void aLongerCategoryPrefixBeatsALongerPlace() {
        var byPlace = policy("", "370828101", null, LONG_AGO, 1);
        var byCategory = policy("GS", "", null, LONG_AGO, 1);

        assertThat(ruling(byPlace, byCategory)).isEqualTo(byCategory);
    }

    @Test
    void aLongerPlaceBeatsANamedUrgency() {
        var urgent = policy("GS", "37", Urgency.URGENT, LONG_AGO, 1);
        var county = policy("GS", "370828", null, LONG_AGO, 1);

        assertThat(ruling(urgent, county)).isEqualTo(county);
    }

    @Test
    void aNamedUrgencyBeatsAnyUrgency() {
        var any = policy("GS", "37", null, LONG_AGO, 1);
        var urgent = policy("GS", "37", Urgency.URGENT, LONG_AGO, 1);

        assertThat(ruling(any, urgent)).isEqualTo(urgent);
    }

    @Test
    void theVersionInForceAtDispatchRulesAlsoWhenANewerOneExists() {
        var old = policy("", "", null, LONG_AGO, 1);
        var current = policy("", "", null, NOW, 2);
        var future = policy("", "", null, NOW.plusSeconds(1), 3);

        assertThat(ruling(old, current, future)).isEqualTo(current);
        assertThat(new PolicyBook(List.of(old, current, future)).ruling(GAS_AT_YANGSHAN, NOW.minusSeconds(1)))
                .isEqualTo(old);
    }

    @Test
    void withoutAPolicyInForceItIsRefused() {
        assertThatThrownBy(() -> ruling(policy("", "", null, NOW.plusSeconds(1), 1)))
                .isInstanceOf(Refusal.class)
                .hasMessage("policy.none-in-force");
    }

    @Test
    void versionsOfAScopeAreCountedByThemselves() {
        var book = new PolicyBook(List.of(policy("GS", "", null, NOW, 4), policy("", "", null, NOW, 9)));

        assertThat(book.nextVersion(new PolicyScope("GS", "", null, ClockKind.SIGN)))
                .isEqualTo(5);
        assertThat(book.nextVersion(new PolicyScope("GS", "", null, ClockKind.REPLY)))
                .isEqualTo(1);
    }

    @Property
    void noCoveringPolicyInForceIsMoreSpecificThanTheRulingOne(@ForAll("policies") List<SlaPolicy> policies) {
        var covering = policies.stream()
                .filter(p -> "GS02".startsWith(p.scope().categoryPrefix()))
                .filter(p -> "370828101001001".startsWith(p.scope().divisionPrefix()))
                .filter(p -> p.scope().urgency() != Urgency.NORMAL)
                .filter(p -> p.effectiveFrom().compareTo(NOW) <= 0)
                .toList();
        if (covering.isEmpty()) {
            assertThatThrownBy(() -> new PolicyBook(policies).ruling(GAS_AT_YANGSHAN, NOW))
                    .hasMessage("policy.none-in-force");
            return;
        }

        var ruling = new PolicyBook(policies).ruling(GAS_AT_YANGSHAN, NOW);

        assertThat(covering).contains(ruling).allSatisfy(other -> assertThat(weight(other))
                .isLessThanOrEqualTo(weight(ruling)));
    }

    @Provide
    Arbitrary<List<SlaPolicy>> policies() {
        return Combinators.combine(
                        Arbitraries.of("", "G", "GS", "GS02", "GS03", "ZX"),
                        Arbitraries.of("", "37", "370828", "370828101", "370829"),
                        Arbitraries.of(Urgency.class).injectNull(0.4),
                        Arbitraries.integers().between(-3, 3),
                        Arbitraries.integers().between(1, 3))
                .as((category, division, urgency, hours, version) ->
                        policy(category, division, urgency, NOW.plus(Duration.ofHours(hours)), version))
                .list()
                .ofMaxSize(12);
    }

    /** Category, place, urgency and moment as one number, each more than all after it. */
    private static long weight(SlaPolicy policy) {
        var scope = policy.scope();
        return scope.categoryPrefix().length() * 1_000_000L
                + scope.divisionPrefix().length() * 10_000L
                + (scope.urgency() == null ? 0 : 1_000)
                + Duration.between(NOW, policy.effectiveFrom()).toHours() * 10
                + policy.version();
    }

    private static SlaPolicy ruling(SlaPolicy... policies) {
        return new PolicyBook(List.of(policies)).ruling(GAS_AT_YANGSHAN, NOW);
    }

    private static SlaPolicy policy(
            String category, String division, @Nullable Urgency urgency, Instant from, int version) {
        return new SlaPolicy(
                UUID.randomUUID(),
                version,
                new PolicyScope(category, division, urgency, ClockKind.SIGN),
                new PolicyTerms(Duration.ofHours(1), new BigDecimal("0.2"), Duration.ofHours(1)),
                from);
    }
}
