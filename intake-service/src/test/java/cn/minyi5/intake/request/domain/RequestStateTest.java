package cn.minyi5.intake.request.domain;

import static cn.minyi5.intake.request.domain.Known.order;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestStateTest {

    @Test
    void whatWasSettledOnTheSpotStaysSo() {
        assertThat(RequestState.of(Outcome.RESOLVED_ON_SPOT, null, 0, false)).isEqualTo(RequestState.RESOLVED_ON_SPOT);
    }

    @Test
    void aForwardedRequestGoesFromTheDeskToADepartmentAndBackWithAnAnswer() {
        assertThat(state(null, 0)).isEqualTo(RequestState.FORWARDED);
        assertThat(state(order(null, 1, 0, null), 0)).isEqualTo(RequestState.FORWARDED);
        assertThat(state(order("JX01", 1, 0, null), 0)).isEqualTo(RequestState.IN_HAND);
        assertThat(state(order("JX01", 1, 1, null), 0)).isEqualTo(RequestState.ANSWERED);
        assertThat(state(order("JX01", 1, 1, null), 1)).isEqualTo(RequestState.FOLLOWED_UP);
    }

    @Test
    void inReworkTheOldAnswerCountsNoMore() {
        assertThat(state(order(null, 2, 1, null), 1)).isEqualTo(RequestState.FORWARDED);
        assertThat(state(order("JX01", 2, 1, null), 1)).isEqualTo(RequestState.IN_HAND);
        assertThat(state(order("JX01", 2, 2, null), 1)).isEqualTo(RequestState.ANSWERED);
    }

    @Test
    void theEndIsTheEnd() {
        assertThat(state(order(null, 1, 1, Ending.CLOSED), 1)).isEqualTo(RequestState.CLOSED);
        assertThat(state(order(null, 1, 0, Ending.NOT_ACCEPTED), 0)).isEqualTo(RequestState.NOT_ACCEPTED);
        assertThat(state(order(null, 1, 0, Ending.MERGED), 0)).isEqualTo(RequestState.MERGED);
    }

    @Test
    void whatIsWithdrawnIsSoAtOnceUnlessAnotherEndCameFirst() {
        assertThat(withdrawn(null)).isEqualTo(RequestState.WITHDRAWN);
        assertThat(withdrawn(order("JX01", 1, 1, null))).isEqualTo(RequestState.WITHDRAWN);
        assertThat(withdrawn(order(null, 1, 1, Ending.CLOSED))).isEqualTo(RequestState.CLOSED);
        assertThat(withdrawn(order(null, 1, 0, Ending.MERGED))).isEqualTo(RequestState.WITHDRAWN);
        assertThat(state(order(null, 1, 0, Ending.WITHDRAWN), 0)).isEqualTo(RequestState.WITHDRAWN);
    }

    private static RequestState withdrawn(@Nullable KnownWorkOrder order) {
        return RequestState.of(Outcome.FORWARDED, order, 0, true);
    }

    private static RequestState state(@Nullable KnownWorkOrder order, int followedUpRound) {
        return RequestState.of(Outcome.FORWARDED, order, followedUpRound, false);
    }
}
