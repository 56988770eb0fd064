package cn.minyi5.escalation.clock.domain;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.escalation.clock.domain.EscalationLadder.RungAhead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run of one clock of one work order: order × kind × dispatch, and for what desk or office decide × submission.
 *
 * @param partition of the topic on which the order's events come; the run is judged by its watermark alone
 * @param policyId the policy in force at dispatch, whose terms the clock has
 */
public record ClockRun(
        UUID id,
        ClockedOrder order,
        ClockKind kind,
        int partition,
        UUID policyId,
        SlaClock clock,
        List<FiredRung> fired) {

    /** What one run climbs at once, in order, and the run as it is then. */
    public record Climb(List<FiredRung> fired, ClockRun after) {}

    public ClockRun {
        fired = List.copyOf(fired);
    }

    public ClockRun turn(ClockTurn.Kind turn, Instant at) {
        return new ClockRun(id, order, kind, partition, policyId, clock.turn(turn, at), fired);
    }

    public ClockRun fire(List<FiredRung> more) {
        return new ClockRun(
                id,
                order,
                kind,
                partition,
                policyId,
                clock,
                Stream.concat(fired.stream(), more.stream()).toList());
    }

    /**
     * Every rung that has come and has not fired.
     *
     * @param seenUpTo the moment up to which everything that happened is known: alone decides what fires
     * @param now see {@link FiredRung#of}
     */
    public Climb climb(Instant seenUpTo, Instant now, Duration lateAfter) {
        var rungs = dueBy(seenUpTo).stream()
                .map(ahead -> FiredRung.of(this, ahead, now, lateAfter))
                .toList();
        return new Climb(rungs, fire(rungs));
    }

    /**
     * Rungs still to come; of history those that come from the moment on at which it went live. A supervision notice is
     * for departments (DOMAIN §5).
     */
    public List<RungAhead> ahead() {
        var since = order.imported() ? liveSince() : Optional.of(Instant.MIN);
        if (since.isEmpty()) {
            return List.of();
        }
        return EscalationLadder.ahead(clock, fired.stream().map(FiredRung::rung).collect(Collectors.toSet())).stream()
                .filter(rung -> kind.isOfDepartment() || rung.rung() != Rung.NOTICE)
                .filter(rung -> !rung.at().isBefore(since.get()))
                .toList();
    }

    private Optional<Instant> liveSince() {
        return clock.turns().stream()
                .filter(turn -> turn.kind() == ClockTurn.Kind.LIVE)
                .map(ClockTurn::at)
                .findFirst();
    }

    /**
     * When what was submitted at a moment had been decided, as far as the log of the department's own clock tells: each
     * submission turns it, and so does each decision.
     */
    public Optional<Instant> decidedAfter(Instant submittedAt) {
        return clock.turns().stream()
                .filter(turn -> turn.kind() != ClockTurn.Kind.LIVE)
                .map(ClockTurn::at)
                .filter(at -> !at.isBefore(submittedAt))
                .skip(1)
                .findFirst();
    }

    /** Empty when nothing will fire unless the clock is turned. */
    public Optional<Instant> nextRungAt() {
        return ahead().stream().map(RungAhead::at).findFirst();
    }

    /** What has come by a moment up to which everything that happened is known, and has not fired. */
    public List<RungAhead> dueBy(Instant seenUpTo) {
        return ahead().stream().filter(rung -> !rung.at().isAfter(seenUpTo)).toList();
    }

    /** As far as its turns tell: from the moment of its start on, and no longer at that of its stop. */
    public boolean wasRunningAt(Instant moment) {
        return !clock.startedAt().isAfter(moment)
                && clock.status().since().map(moment::isBefore).orElse(true);
    }

    public boolean isRunning() {
        return clock.status() instanceof ClockStatus.Running;
    }
}
