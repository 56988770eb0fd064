package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.request.domain.KnownWorkOrder.AcceptedReply;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests and work orders as examples need them. */
public final class Known {

    /** Who took the request. */
    public static final String SECRETARY = "secretary-1";

    public static final Instant VISITED = Instant.parse("2021-10-05T01:00:00Z");

    private Known() {}

    public static KnownWorkOrder order(@Nullable String holder, int round, int answeredRound, @Nullable Ending ended) {
        var answer = answeredRound == 0
                ? null
                : new AcceptedReply(answeredRound, ResultCode.SOLVED, "已处理", VISITED.plusSeconds(3600));
        return new KnownWorkOrder(new UUID(0, 9), "GD-9", false, holder, List.of("JX05"), round, answer, ended);
    }

    public static TrackedRequest forwarded(@Nullable KnownWorkOrder order, int followedUpRound) {
        return forwarded("GS02", order, followedUpRound);
    }

    public static TrackedRequest withdrawn(TrackedRequest request) {
        return new TrackedRequest(
                request.id(), request.request(), request.takenBy(), request.order(), request.followedUpRound(), true);
    }

    public static TrackedRequest forwarded(String category, @Nullable KnownWorkOrder order, int followedUpRound) {
        var request = new RecordedRequest(
                new UUID(0, 1),
                1,
                new GridCode("370828101201001"),
                "T001",
                category,
                Urgency.NORMAL,
                "路灯不亮",
                Outcome.FORWARDED,
                null,
                VISITED,
                false,
                null,
                null,
                null,
                null,
                null);
        return new TrackedRequest(new UUID(0, 2), request, SECRETARY, order, followedUpRound, false);
    }
}
