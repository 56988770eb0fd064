package cn.minyi5.escalation.clock.domain;

import java.time.Instant;

/** How a clock stands after all its turns. */
public sealed interface Standing {

    State state();

    /** The same in one word. */
    enum State {
        RUNNING,
        STOPPED,
        ENDED
    }

    record Running() implements Standing {
        @Override
        public State state() {
            return State.RUNNING;
        }
    }

    /** What it waits for was done; a reply that is sent back makes it run on. */
    record Stopped(Instant at) implements Standing {
        @Override
        public State state() {
            return State.STOPPED;
        }
    }

    /** Over without blame: counts for nobody, alarms nobody. */
    record Ended(Instant at) implements Standing {
        @Override
        public State state() {
            return State.ENDED;
        }
    }
}
