package cn.minyi5.escalation.clock.domain;

import java.util.UUID;

/**
 * What a clock needs to know of a work order as it was dispatched.
 *
 * @param dispatchNo counts dispatches, from 1; names one run of the clocks
 * @param department the lead
 * @param imported history brought along: counts, but alarms nobody
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
        boolean imported) {}
