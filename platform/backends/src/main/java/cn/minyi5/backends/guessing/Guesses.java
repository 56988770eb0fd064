package cn.minyi5.backends.guessing;

import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody has guessed in a row.
 *
 * @param last the moment of the last wrong one
 */
record Guesses(int wrong, Instant last) {

    static final Guesses NONE = new Guesses(0, Instant.EPOCH);

    /**
     * How a realm wants it.
     *
     * @param free wrong ones that anybody may make
     * @param step so much longer is waited after each further one
     * @param longest at most so long
     * @param forgotten after so long without a wrong one it begins anew
     */
    record Rule(int free, Duration step, Duration longest, Duration forgotten) {}

    Guesses again(Instant now, Rule rule) {
        return new Guesses(isForgotten(now, rule) ? 1 : wrong + 1, now);
    }

    boolean mustWait(Instant now, Rule rule) {
        return wrong >= rule.free && now.isBefore(last.plus(waits(rule)));
    }

    boolean isForgotten(Instant now, Rule rule) {
        return now.isAfter(last.plus(rule.forgotten));
    }

    private Duration waits(Rule rule) {
        var wanted = rule.step.multipliedBy(wrong - rule.free + 1L);
        return wanted.compareTo(rule.longest) < 0 ? wanted : rule.longest;
    }
}
