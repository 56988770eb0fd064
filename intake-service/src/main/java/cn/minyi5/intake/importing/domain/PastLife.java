package cn.minyi5.intake.importing.domain;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.PastStep;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a forwarded request of the past in its first round, moment by moment; a life that ended early, or took
 * another turn, has nulls from there on.
 *
 * @param reply what was answered, absent before {@code repliedAt}
 * @param echo what the citizen said, absent before {@code followedUpAt}
 */
public record PastLife(
        Instant forwardedAt,
        Instant dispatchedAt,
        @Nullable Instant signedAt,
        @Nullable Instant repliedAt,
        @Nullable Reply reply,
        @Nullable Instant acceptedAt,
        @Nullable Instant followedUpAt,
        @Nullable Echo echo) {

    private static final List<String> COLUMNS =
            List.of("forwarded_at", "dispatched_at", "signed_at", "replied_at", "accepted_at", "followed_up_at");

    private static final List<PastStep> STEPS =
            List.of(PastStep.DISPATCH, PastStep.SIGN, PastStep.REPLY, PastStep.ACCEPT_REPLY, PastStep.FOLLOW_UP);

    /** 答复. */
    public record Reply(ResultCode resultCode, String text) {}

    /** 回访. */
    public record Echo(Answer solved, Answer satisfied) {}

    public PastLife {
        var moments = Arrays.asList(forwardedAt, dispatchedAt, signedAt, repliedAt, acceptedAt, followedUpAt);
        refuseGaps(moments);
        refuseDisorder(moments);
        if ((repliedAt == null) != (reply == null)) {
            throw Refusal.invalid("history.reply-incomplete", "replied_at");
        }
        if ((followedUpAt == null) != (echo == null)) {
            throw Refusal.invalid("history.follow-up-incomplete", "followed_up_at");
        }
    }

    public void refuseBefore(Instant visitedAt) {
        if (forwardedAt.isBefore(visitedAt)) {
            throw Refusal.invalid("history.out-of-order", COLUMNS.get(0));
        }
    }

    /** As far as it went. */
    List<PastStep> steps() {
        return STEPS.subList(0, moments().size() - 1);
    }

    Instant lastMoment() {
        var moments = moments();
        return moments.get(moments.size() - 1);
    }

    private List<Instant> moments() {
        return Stream.of(forwardedAt, dispatchedAt, signedAt, repliedAt, acceptedAt, followedUpAt)
                .filter(Objects::nonNull)
                .toList();
    }

    RequestEvent.History told(UnaryOperator<String> masked, RequestEvent.Brought brought) {
        return new RequestEvent.History(
                CountyTime.at(dispatchedAt),
                CountyTime.atOrNull(signedAt),
                CountyTime.atOrNull(repliedAt),
                reply == null ? null : reply.resultCode(),
                reply == null ? null : masked.apply(reply.text()),
                CountyTime.atOrNull(acceptedAt),
                CountyTime.atOrNull(followedUpAt),
                echo == null ? null : echo.solved(),
                echo == null ? null : echo.satisfied(),
                brought);
    }

    private static void refuseGaps(List<@Nullable Instant> moments) {
        for (int at = 1; at < moments.size(); at++) {
            if (moments.get(at) != null && moments.get(at - 1) == null) {
                throw Refusal.invalid("history.step-missing", COLUMNS.get(at - 1));
            }
        }
    }

    private static void refuseDisorder(List<@Nullable Instant> moments) {
        for (int at = 1; at < moments.size() && moments.get(at) != null; at++) {
            if (Objects.requireNonNull(moments.get(at)).isBefore(moments.get(at - 1))) {
                throw Refusal.invalid("history.out-of-order", COLUMNS.get(at));
            }
        }
    }
}
