package cn.minyi5.escalation.clock;

import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import cn.minyi5.messaging.Received;
import java.util.UUID;

/** A run after a turn, the event that turned it, and whether it is due at another moment since. */
record Turned(ClockRun run, ClockTurn turn, UUID eventId, boolean isDueMoved) {

    static Turned by(Received<?> event, ClockTurn.Kind kind, ClockRun run) {
        return by(event.id(), new ClockTurn(kind, event.happenedAt()), run);
    }

    static Turned by(UUID eventId, ClockTurn turn, ClockRun run) {
        var turned = run.turn(turn.kind(), turn.at());
        var isDueMoved = !turned.clock().dueAt().equals(run.clock().dueAt());
        return new Turned(turned, turn, eventId, isDueMoved);
    }
}
