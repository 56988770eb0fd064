package cn.minyi5.intake.withdrawal.domain;

import static cn.minyi5.intake.request.domain.Known.VISITED;
import static cn.minyi5.intake.request.domain.Known.forwarded;
import static cn.minyi5.intake.request.domain.Known.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.intake.Refused;
import cn.minyi5.intake.request.domain.Known;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.intake.withdrawal.domain.Withdrawal.Recorder;
import cn.minyi5.intake.withdrawal.domain.Withdrawal.Said;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WithdrawalRuleTest {

    private static final Instant NOW = VISITED.plusSeconds(86_400);

    @Test
    void whateverIsOpenIsWithdrawnAndTheWordsLeadToNobody() {
        for (var open : List.of(
                forwarded(null, 0),
                forwarded(order("JX01", 1, 0, null), 0),
                forwarded(order("JX01", 1, 1, null), 0),
                forwarded(order(null, 1, 0, Ending.MERGED), 0))) {
            assertThat(Withdrawal.of(open, said(NOW.minusSeconds(60)), words -> "***", recorder(), NOW))
                    .isEqualTo(new Withdrawal("***", "***", NOW.minusSeconds(60), "s-1", "secretary001", NOW));
        }
    }

    @Test
    void whatHasEndedOrWasWithdrawnBeforeIsNot() {
        for (var ending : EnumSet.complementOf(EnumSet.of(Ending.MERGED))) {
            refused("withdrawal.nothing-open", forwarded(order(null, 1, 1, ending), 1));
        }
        refused("withdrawal.nothing-open", Known.withdrawn(forwarded(order(null, 1, 0, Ending.MERGED), 0)));
        refused("withdrawal.nothing-open", Known.withdrawn(forwarded(null, 0)));
    }

    @Test
    void whoSaysNoTimeMeansNowAndAWatchMayBeMinutesWrong() {
        assertThat(withdrawnAt(null)).isEqualTo(NOW);
        assertThat(withdrawnAt(NOW.plusSeconds(300))).isEqualTo(NOW);
    }

    @Test
    void noConsentLiesInTheFutureOrBeforeTheVisit() {
        Refused.with("withdrawal.time-in-future", "at", () -> withdrawnAt(NOW.plusSeconds(660)));
        Refused.with("withdrawal.before-the-visit", "at", () -> withdrawnAt(VISITED.minusSeconds(1)));
    }

    @Test
    void consentAndReasonMustBeThereAndShort() {
        Refused.with("withdrawal.consent-missing", "consent", () -> Said.of(" ", "自行解决", null));
        Refused.with("withdrawal.reason-missing", "reason", () -> Said.of("口头同意", null, null));
        Refused.with("reason.too-long", "consent", () -> Said.of("同".repeat(201), "自行解决", null));
    }

    private static Instant withdrawnAt(@Nullable Instant at) {
        return Withdrawal.of(forwarded(null, 0), said(at), words -> words, recorder(), NOW)
                .consentedAt();
    }

    private static void refused(String code, TrackedRequest request) {
        assertThatThrownBy(() -> Withdrawal.of(request, said(NOW), words -> words, recorder(), NOW))
                .hasMessage(code);
    }

    private static Said said(@Nullable Instant at) {
        return Said.of("本人当面口头同意", "问题已自行解决", at);
    }

    private static Recorder recorder() {
        return new Recorder("s-1", "secretary001");
    }
}
