package cn.minyi5.intake.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.Refused;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.CitizenRequest.OnSpotResolution;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTest {

    private static final Instant STARTED = Instant.parse("2021-10-05T01:00:00Z");

    @Test
    void itMayBeginNowButNotLater() {
        var visit = visit(STARTED, List.of());

        assertThatCode(() -> visit.refuseIfStartedAfter(STARTED)).doesNotThrowAnyException();
        Refused.with("visit.time-in-future", "startedAt", () -> visit.refuseIfStartedAfter(STARTED.minusNanos(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T23:59:59Z", "-0001-01-01T00:00:00Z"})
    void noVisitWasBeforeTheYearTwoThousand(Instant startedAt) {
        Refused.with("visit.time-too-early", "startedAt", () -> visit(startedAt, List.of()));
    }

    @Test
    void twoHundredRequestsAreTheMost() {
        assertThat(visit(STARTED, many(200)).requests()).hasSize(200);
        Refused.with("visit.too-many-requests", "requests", () -> visit(STARTED, many(201)));
    }

    @Test
    void twoRequestsHaveTwoIds() {
        Refused.with(
                "request.id-twice",
                "requests[2].requestId",
                () -> visit(STARTED, List.of(resolved(1), resolved(2), forwarded(1))));
    }

    private static Visit visit(Instant startedAt, List<CitizenRequest> requests) {
        return new Visit(new UUID(0, 1), new GridCode("370828101201001"), VisitForm.FIELD, startedAt, requests);
    }

    private static List<CitizenRequest> many(int requests) {
        return LongStream.range(0, requests).mapToObj(VisitTest::resolved).toList();
    }

    private static CitizenRequest resolved(long id) {
        return new CitizenRequest(
                new UUID(0, id), "PA05", Urgency.NORMAL, "想了解", null, OnSpotResolution.of("讲清了"), false);
    }

    private static CitizenRequest forwarded(long id) {
        return new CitizenRequest(new UUID(0, id), "GS02", Urgency.NORMAL, "漏水", null, null, false);
    }
}
