package cn.minyi5.intake.importing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.intake.Refused;
import cn.minyi5.intake.importing.domain.PastLife.Echo;
import cn.minyi5.intake.importing.domain.PastLife.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PastLifeTest {

    private static final Instant FORWARDED = Instant.parse("2021-10-05T01:00:00Z");
    private static final Reply REPLY = new Reply(ResultCode.SOLVED, "已处理");
    private static final Echo ECHO = new Echo(Answer.YES, Answer.YES);

    @Property
    void everyLifeInOrderThatEndsAnywhereCouldHaveBeen(
            @ForAll @Size(5) List<@IntRange(max = 100_000) Integer> seconds,
            @ForAll @IntRange(min = 2, max = 6) int steps) {
        var moments = moments(seconds, steps);

        var life = life(moments);

        assertThat(life.forwardedAt()).isEqualTo(FORWARDED);
    }

    @Property
    void noLifeRunsBackwards(
            @ForAll @Size(5) List<@IntRange(min = 1, max = 100_000) Integer> seconds,
            @ForAll @IntRange(min = 2, max = 6) int steps,
            @ForAll @IntRange(min = 1, max = 5) int swapped) {
        if (swapped >= steps) {
            return;
        }
        var moments = moments(seconds, steps);
        Collections.swap(moments, swapped - 1, swapped);

        Refused.with("history.out-of-order", column(swapped), () -> life(moments));
    }

    @Property
    void noStepIsLeftOut(
            @ForAll @Size(5) List<@IntRange(max = 100_000) Integer> seconds,
            @ForAll @IntRange(min = 3, max = 6) int steps,
            @ForAll @IntRange(min = 1, max = 4) int left) {
        if (left >= steps - 1) {
            return;
        }
        var moments = moments(seconds, steps);
        moments.set(left, null);

        Refused.with("history.step-missing", column(left), () -> life(moments));
    }

    @Test
    void aReplyHasItsTimeAndATimeItsReply() {
        var at = FORWARDED;
        Refused.with(
                "history.reply-incomplete", "replied_at", () -> new PastLife(at, at, at, at, null, null, null, null));
        Refused.with(
                "history.reply-incomplete",
                "replied_at",
                () -> new PastLife(at, at, at, null, REPLY, null, null, null));
        Refused.with(
                "history.follow-up-incomplete",
                "followed_up_at",
                () -> new PastLife(at, at, at, at, REPLY, at, null, ECHO));
        Refused.with(
                "history.follow-up-incomplete",
                "followed_up_at",
                () -> new PastLife(at, at, at, at, REPLY, at, at, null));
    }

    @Test
    void itBeginsNotBeforeTheVisit() {
        var life = life(moments(List.of(1, 1, 1, 1, 1), 6));

        life.refuseBefore(FORWARDED);
        Refused.with("history.out-of-order", "forwarded_at", () -> life.refuseBefore(FORWARDED.plusSeconds(1)));
    }

    private static List<@Nullable Instant> moments(List<Integer> seconds, int steps) {
        var moments = new ArrayList<@Nullable Instant>();
        var at = FORWARDED;
        moments.add(at);
        for (int step = 1; step < 6; step++) {
            at = at.plusSeconds(seconds.get(step - 1));
            moments.add(step < steps ? at : null);
        }
        return moments;
    }

    private static PastLife life(List<@Nullable Instant> moments) {
        return new PastLife(
                moments.get(0),
                moments.get(1),
                moments.get(2),
                moments.get(3),
                moments.get(3) == null ? null : REPLY,
                moments.get(4),
                moments.get(5),
                moments.get(5) == null ? null : ECHO);
    }

    private static String column(int step) {
        return Arrays.asList(
                        "forwarded_at", "dispatched_at", "signed_at", "replied_at", "accepted_at", "followed_up_at")
                .get(step);
    }
}
