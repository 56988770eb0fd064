package cn.minyi5.routing.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.webhook.domain.Subscription.DisabledReason;
import cn.minyi5.routing.webhook.domain.Subscription.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final Instant NOW = Instant.parse("2026-11-05T01:00:00Z");
    private static final Duration PATIENCE = Duration.ofDays(5);
    private static final AttemptOutcome FAILED = AttemptOutcome.answered(500, null);
    private static final AttemptOutcome DELIVERED = AttemptOutcome.answered(204, null);

    private final Subscription water =
            Subscription.of(new DivisionCode("370828"), "JX03", HookUrl.of("https://oa.example.org/minyi5"), List.of());

    @Test
    void aSystemThatFailsForDaysIsNotTriedAnyMore() {
        var failing = water.after(FAILED, NOW, PATIENCE);
        assertThat(failing.state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(failing.failingSince()).isEqualTo(NOW);

        var patient = failing.after(FAILED, NOW.plus(PATIENCE).minusMillis(1), PATIENCE);
        assertThat(patient.state()).isEqualTo(SubscriptionState.ACTIVE);

        var disabled = patient.after(FAILED, NOW.plus(PATIENCE), PATIENCE);
        assertThat(disabled.state()).isEqualTo(SubscriptionState.DISABLED);
        assertThat(disabled.reason()).isEqualTo(DisabledReason.FAILING);
        assertThat(disabled.disabledAt()).isEqualTo(NOW.plus(PATIENCE));
        assertThat(disabled.failingSince()).isEqualTo(NOW);
        assertThat(disabled.after(DELIVERED, NOW.plus(PATIENCE).plusSeconds(1), PATIENCE))
                .as("what was on its way arrives late")
                .extracting(Subscription::state, Subscription::reason, Subscription::disabledAt)
                .containsExactly(SubscriptionState.DISABLED, DisabledReason.FAILING, NOW.plus(PATIENCE));
    }

    @Test
    void oneDeliveryForgivesAllFailuresBeforeIt() {
        var delivered = water.after(FAILED, NOW, PATIENCE).after(DELIVERED, NOW.plusSeconds(60), PATIENCE);
        assertThat(delivered).isEqualTo(water);
    }

    @Test
    void aSystemThatSaysItIsGoneIsNotTriedAnyMoreUntilItIsResumed() {
        var gone = water.after(AttemptOutcome.answered(410, null), NOW, PATIENCE);
        assertThat(gone.state()).isEqualTo(SubscriptionState.DISABLED);
        assertThat(gone.reason()).isEqualTo(DisabledReason.GONE);
        assertThatThrownBy(gone::pause).isInstanceOf(Refusal.class);
        assertThatThrownBy(gone::requireActive).isInstanceOf(Refusal.class);
        assertThat(gone.resume()).isEqualTo(water);
    }

    @Test
    void whatWasOnItsWayWhenItWasPausedDoesNotDisableIt() {
        var paused = water.pause();
        assertThat(paused.after(FAILED, NOW, PATIENCE)).isEqualTo(paused);
        assertThat(paused.after(AttemptOutcome.answered(410, null), NOW, PATIENCE))
                .isEqualTo(paused);
    }

    @Test
    void whoLooksAfterOneDepartmentDoesNotSeeTheOthersAndNobodySeesAnotherCountys() {
        assertThat(new Owner(new DivisionCode("3708"), null).has(water)).isTrue();
        assertThat(new Owner(new DivisionCode("370828"), "JX03").has(water)).isTrue();
        assertThat(new Owner(new DivisionCode("370828"), "JX04").has(water)).isFalse();
        assertThat(new Owner(new DivisionCode("370829"), null).has(water)).isFalse();
        assertThat(new Owner(new DivisionCode("370828101"), "JX03").has(water)).isFalse();
    }
}
