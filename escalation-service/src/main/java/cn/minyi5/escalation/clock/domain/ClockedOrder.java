package cn.minyi5.escalation.clock.domain;

import java.util.UUID;

/**
 * What a clock needs to know of a work order as it was dispatched.
 *
 * @param dispatchNo counts dispatches, from 1; names one run of the clocks
 * @param department the lead
 * @param imported what the run is about is history brought along: it counts, but alarms nobody before it went live
 */
public record ClockedOrder(
        UUID workOrderId,
        String workOrderNumber,
        int dispatchNo,
        int round,
        String gridCode,
        String categoryCode,
        boolean confidential,
        String department,
        boolean imported) {

    /** As it is when something else of its life is told. */
    public ClockedOrder told(boolean asHistory) {
        return new ClockedOrder(
                workOrderId,
                workOrderNumber,
                dispatchNo,
                round,
                gridCode,
                categoryCode,
                confidential,
                department,
                asHistory);
    }
}
