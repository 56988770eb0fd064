package cn.minyi5.escalation.clock.domain;

import java.time.Instant;
import java.util.Optional;

/** How a clock stands after all its turns. */
public sealed interface ClockStatus {

    State state();

    /** Since when it no longer runs; empty while it does. */
    default Optional<Instant> since() {
        return Optional.empty();
    }

    /** The same in one word. */
    enum State {
        RUNNING,
        STOPPED,
        ENDED
    }

    record Running() implements ClockStatus {
        @Override
        public State state() {
            return State.RUNNING;
        }
    }

    /** What it waits for was done; a reply that is sent back makes it run on. */
    record Stopped(Instant at) implements ClockStatus {
        @Override
        public State state() {
            return State.STOPPED;
        }

        @Override
        public Optional<Instant> since() {
            return Optional.of(at);
        }
    }

    /** Over without blame: counts for nobody, alarms nobody. */
    record Ended(Instant at) implements ClockStatus {
        @Override
        public State state() {
            return State.ENDED;
        }

        @Override
        public Optional<Instant> since() {
            return Optional.of(at);
        }
    }
}
