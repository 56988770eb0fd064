package cn.minyi5.escalation.clock;

import cn.minyi5.contracts.ClockEvent.DueSet;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** 到期时间. Tells when clocks are due, so that whoever lists orders need not work it out a second time (ADR 0035). */
@ApplicationScoped
class DueTimes {

    private final Outbox outbox;

    DueTimes(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Within the transaction that has stored the runs. */
    void announce(Stream<ClockRun> runs) {
        runs.map(DueTimes::event).forEach(outbox::announce);
    }

    private static DueSet event(ClockRun run) {
        return new DueSet(
                run.order().workOrderId(),
                run.kind(),
                run.order().dispatchNo(),
                run.order().round(),
                CountyTime.at(run.clock().startedAt()),
                CountyTime.at(run.clock().dueAt()));
    }
}
