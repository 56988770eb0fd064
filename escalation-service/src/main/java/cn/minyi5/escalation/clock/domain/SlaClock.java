package cn.minyi5.escalation.clock.domain;

import cn.minyi5.escalation.clock.domain.ClockStatus.Stopped;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 时钟. What one run of one clock says: its terms, its start and the log of its turns, all by when things happened and
 * never by when they were heard of; time is handed in. Due times are computed, and time under review is not counted.
 */
public record SlaClock(PolicyTerms terms, Instant startedAt, List<ClockTurn> turns) {

    /** What a clock shows. */
    public enum Light {
        GREEN,
        /** The share of time is left at which the clerk is reminded. */
        YELLOW,
        /** Past due. */
        RED
    }

    public SlaClock {
        turns = turns.stream().sorted().toList();
    }

    public static SlaClock start(PolicyTerms terms, Instant at) {
        return new SlaClock(terms, at, List.of());
    }

    public SlaClock turn(ClockTurn.Kind kind, Instant at) {
        return new SlaClock(
                terms,
                startedAt,
                Stream.concat(turns.stream(), Stream.of(new ClockTurn(kind, at)))
                        .toList());
    }

    public ClockStatus status() {
        return runningTime().status();
    }

    /** As it was at the start, whatever moved it since: by it alone a clock belongs to a month (DOMAIN §6). */
    public Instant firstDueAt() {
        return startedAt.plus(terms.allowed());
    }

    public Instant dueAt() {
        return momentAfter(terms.allowed());
    }

    /** When the clock has run, or would have run, so long. */
    public Instant momentAfter(Duration running) {
        return runningTime().momentAfter(running);
    }

    /**
     * When a rung fires that the clock has reached at a moment: then, or, if desk or office had the order by then, when
     * the department has it back; empty while they have it. Whoever returns at the very moment of a rung was before it.
     */
    Optional<Instant> firesAt(Instant reached) {
        Instant heldSince = null;
        for (var turn : turns) {
            if (turn.kind() == ClockTurn.Kind.HELD && heldSince == null) {
                heldSince = turn.at();
            } else if (turn.kind() == ClockTurn.Kind.RELEASED && heldSince != null) {
                if (!reached.isBefore(heldSince) && reached.isBefore(turn.at())) {
                    return Optional.of(turn.at());
                }
                heldSince = null;
            }
        }
        return heldSince == null || reached.isBefore(heldSince) ? Optional.of(reached) : Optional.empty();
    }

    /** Whether what it waits for was done by the due moment. */
    public boolean isStoppedInTime() {
        return status() instanceof Stopped stopped && !stopped.at().isAfter(dueAt());
    }

    /** At a moment, or at the moment when it stopped or ended. */
    public Light lightAt(Instant moment) {
        var at = status().since().orElse(moment);
        var dueAt = dueAt();
        if (at.isAfter(dueAt)) {
            return Light.RED;
        }
        return Duration.between(at, dueAt).compareTo(terms.warnBefore()) <= 0 ? Light.YELLOW : Light.GREEN;
    }

    private RunningTime runningTime() {
        return new RunningTime(startedAt, turns);
    }
}
