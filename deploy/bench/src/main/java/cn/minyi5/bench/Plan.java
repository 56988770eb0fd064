package cn.minyi5.bench;

import java.time.Duration;
import java.util.List;

/**
 * How long and how often.
 *
 * @param rounds of intake alone beside pgbench
 * @param warmUp of each load before it is measured; a JVM on two cores needs a minute
 * @param perSecond the even rates at which visibility is measured: a county's busiest hour, and the aim
 */
record Plan(int starts, int rounds, Duration round, Duration warmUp, List<Integer> perSecond) {
    /** About twenty minutes on two cores. */
    static final Plan FULL = new Plan(3, 5, Duration.ofSeconds(10), Duration.ofSeconds(60), List.of(50, 500));

    /** To see whether the measuring itself works. */
    static final Plan SHORT = new Plan(1, 2, Duration.ofSeconds(4), Duration.ofSeconds(4), List.of(50, 500));

    /** With all services running; what they then work off takes longer than the round. */
    int crowdedRounds() {
        return Math.min(rounds, 3);
    }

    Duration crowdedRound() {
        return round.dividedBy(2);
    }

    int visibilityRounds() {
        return Math.min(rounds, 3);
    }

    Duration visibilityRound() {
        return round.multipliedBy(2);
    }
}
