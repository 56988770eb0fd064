package cn.minyi5.escalation.clock.domain;

import cn.minyi5.contracts.language.Rung;
import cn.minyi5.escalation.clock.domain.ClockStatus.Ended;
import cn.minyi5.escalation.clock.domain.ClockStatus.Stopped;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** 催办、红牌、督办. Which rungs a clock still has before it, and when each comes (DOMAIN §5). */
public final class EscalationLadder {

    private EscalationLadder() {}

    /** A rung and the moment at which it comes: not before the department can hear it. */
    public record RungAhead(Rung rung, Instant at) {}

    /**
     * The rungs that have not fired, in the order of climbing.
     *
     * <ul>
     *   <li>A running clock has all of them before it.
     *   <li>One that was stopped in time has none: what was not noticed while it ran is moot.
     *   <li>One that was stopped late has those that came before the stop, also when they are noticed only afterwards.
     *   <li>One that ended without blame has none.
     *   <li>What is reached while desk or office has a returned order comes when the department has it back.
     * </ul>
     */
    public static List<RungAhead> ahead(SlaClock clock, Set<Rung> fired) {
        var status = clock.status();
        if (status instanceof Ended || clock.isStoppedInTime()) {
            return List.of();
        }
        return Arrays.stream(Rung.values())
                .filter(rung -> !fired.contains(rung))
                .flatMap(
                        rung -> clock
                                .firesAt(clock.momentAfter(until(rung, clock.terms())))
                                .map(at -> new RungAhead(rung, at))
                                .stream())
                .filter(rung ->
                        !(status instanceof Stopped stopped) || rung.at().isBefore(stopped.at()))
                .toList();
    }

    /** How long a clock has run when a rung comes; never shorter than for the rung before. */
    private static Duration until(Rung rung, PolicyTerms terms) {
        return switch (rung) {
            case REMINDER -> terms.untilReminder();
            case RED -> terms.allowed();
            case NOTICE -> terms.untilNotice();
        };
    }
}
