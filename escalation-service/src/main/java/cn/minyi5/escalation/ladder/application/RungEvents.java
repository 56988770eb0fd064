package cn.minyi5.escalation.ladder.application;

import cn.minyi5.contracts.ClockEvent.RungReached;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.escalation.ladder.domain.ReachedRung;

/** Rungs as the other services hear of them. */
final class RungEvents {

    private RungEvents() {}

    static RungReached reached(ReachedRung rung) {
        var run = rung.run();
        var order = run.order();
        var fired = rung.fired();
        return new RungReached(
                order.workOrderId(),
                order.number(),
                run.kind(),
                order.dispatchNo(),
                order.round(),
                fired.rung(),
                order.department(),
                order.gridCode(),
                order.categoryCode(),
                order.confidential(),
                CountyTime.at(run.clock().dueAt()),
                CountyTime.at(fired.rungAt()),
                fired.lateNoticed());
    }
}
