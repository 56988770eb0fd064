package cn.minyi5.escalation.clock.domain;

import cn.minyi5.escalation.clock.domain.ClockStatus.Ended;
import cn.minyi5.escalation.clock.domain.ClockStatus.Running;
import cn.minyi5.escalation.clock.domain.ClockStatus.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stretches during which a clock ran, from its turns in the order of their moments. A turn that changes nothing (a
 * stop of a stopped clock) is passed over, so the same turns give the same stretches however late or in whatever order
 * they were heard.
 */
final class RunningTime {

    private record Stretch(Instant from, @Nullable Instant until) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private Instant from;
    private ClockStatus status = new Running();

    RunningTime(Instant startedAt, List<ClockTurn> turnsByMoment) {
        this.from = startedAt;
        for (var turn : turnsByMoment) {
            if (isChangedBy(turn.kind())) {
                turn(turn);
            }
        }
        if (isRunning()) {
            stretches.add(new Stretch(from, null));
        }
    }

    ClockStatus status() {
        return status;
    }

    /**
     * The moment at which the clock has run so long. At the very moment of a stop it has not yet been reached: whoever
     * acts at the last moment is in time. For a clock that stopped before: when it would, had it not.
     */
    Instant momentAfter(Duration running) {
        var left = running;
        var last = from;
        for (var stretch : stretches) {
            var reached = stretch.from().plus(left);
            if (stretch.until() == null || reached.isBefore(stretch.until())) {
                return reached;
            }
            left = left.minus(Duration.between(stretch.from(), stretch.until()));
            last = stretch.until();
        }
        return last.plus(left);
    }

    private boolean isRunning() {
        return status instanceof Running;
    }

    private boolean isChangedBy(ClockTurn.Kind kind) {
        return switch (kind) {
            case STOPPED -> isRunning();
            case RAN_ON -> status instanceof Stopped;
            case HELD, RELEASED, LIVE -> false;
            case ENDED -> !(status instanceof Ended);
        };
    }

    private void turn(ClockTurn turn) {
        if (isRunning()) {
            stretches.add(new Stretch(from, turn.at()));
        }
        from = turn.at();
        status = switch (turn.kind()) {
            case STOPPED -> new Stopped(turn.at());
            case RAN_ON -> new Running();
            case HELD, RELEASED, LIVE -> status;
            case ENDED -> new Ended(turn.at());
        };
    }
}
