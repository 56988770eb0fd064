package cn.minyi5.intake.open311.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.intake.open311.domain.PublicRequest.Stage;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.intake.request.domain.Outcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicRequestTest {

    private static final Instant HELD = Instant.parse("2021-10-09T02:00:00Z");

    @Test
    void itIsOpenUntilItHasEnded() {
        assertThat(request(null, false, null).stage()).isEqualTo(Stage.RECEIVED);
        assertThat(request("JX01", false, null).stage()).isEqualTo(Stage.IN_HAND);
        assertThat(request("JX01", true, null).stage()).isEqualTo(Stage.ANSWERED);
        assertThat(request(null, true, Ending.CLOSED).stage()).isEqualTo(Stage.CLOSED);
        assertThat(request(null, false, Ending.NOT_ACCEPTED).stage()).isEqualTo(Stage.NOT_ACCEPTED);
        assertThat(Stage.ANSWERED.isClosed()).isFalse();
        assertThat(Stage.RESOLVED_ON_SPOT.isClosed()).isTrue();
        assertThat(Stage.NOT_ACCEPTED.isClosed()).isTrue();
    }

    @Test
    void itTellsEachStepOnceUnderAnIdOfItsOwn() {
        var updates = request(null, true, Ending.CLOSED).updates();

        assertThat(updates)
                .extracting(PublicRequest.Update::stage)
                .containsExactly(Stage.IN_HAND, Stage.ANSWERED, Stage.CLOSED);
        assertThat(updates).extracting(PublicRequest.Update::id).doesNotHaveDuplicates();
        assertThat(request(null, false, null).updates()).isEmpty();
    }

    private static PublicRequest request(@Nullable String holder, boolean answered, @Nullable Ending ended) {
        return new PublicRequest(
                new UUID(0, 1),
                "GS02",
                "农村饮水",
                "水管漏水",
                true,
                Outcome.FORWARDED,
                ended,
                holder,
                1,
                answered,
                HELD,
                HELD,
                HELD,
                answered ? HELD.plusSeconds(60) : null,
                ended == null ? null : HELD.plusSeconds(120),
                "370828101201",
                "羊山镇北小山村");
    }
}
