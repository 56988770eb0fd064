package cn.minyi5.bench.part;

import java.time.Duration;

/**
 * How long and how often.
 *
 * @param idleAfter how long after its start a stack counts as idle
 * @param idle how long it is then watched
 * @param rounds of everything that is measured in turns
 * @param round how long each of them takes
 * @param warmUp of a build before it is measured under load; a JVM on two cores needs the better part of a minute
 * @param carried how long a load must be carried
 * @param orders that lists are read from
 * @param secretaries who send their day at once; the county has 2,670
 */
public record Plan(
        Duration idleAfter,
        Duration idle,
        int rounds,
        Duration round,
        Duration warmUp,
        Duration carried,
        int orders,
        int secretaries) {
    private static final Plan FULL = new Plan(
            Duration.ofSeconds(120),
            Duration.ofSeconds(90),
            3,
            Duration.ofSeconds(15),
            Duration.ofSeconds(45),
            Duration.ofSeconds(60),
            1_000_000,
            2_670);
    private static final Plan SHORT = new Plan(
            Duration.ofSeconds(20),
            Duration.ofSeconds(15),
            1,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            20_000,
            130);

    /**
     * @param isShort to see whether the measuring itself works
     * @param builds two of them get fewer rounds each, so that all of it takes at most twenty minutes
     */
    public static Plan of(boolean isShort, int builds) {
        if (isShort) {
            return SHORT;
        }
        return builds == 1
                ? FULL
                : new Plan(
                        FULL.idleAfter,
                        FULL.idle,
                        2,
                        FULL.round,
                        FULL.warmUp,
                        FULL.carried,
                        FULL.orders,
                        FULL.secretaries);
    }
}
