package cn.minyi5.contracts;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Rung;
import java.time.OffsetDateTime;
import java.util.UUID;

/** 时钟. What the clocks of a work order have made happen. */
@Event.Topic("escalation.clocks")
public sealed interface ClockEvent extends Event {
    UUID workOrderId();

    @Override
    default String subject() {
        return workOrderId().toString();
    }

    /**
     * 催办, 黄牌, 红牌, 督办. Exactly once per clock run and rung. {@code rungAt} is when it was due to happen;
     * {@code lateNoticed} says that we heard of it only afterwards.
     */
    @Type("clock.rung-reached.v1")
    record RungReached(
            UUID workOrderId,
            String workOrderNumber,
            ClockKind clock,
            int dispatchNo,
            int round,
            Rung rung,
            String department,
            String gridCode,
            String categoryCode,
            boolean confidential,
            OffsetDateTime dueAt,
            OffsetDateTime rungAt,
            boolean lateNoticed)
            implements ClockEvent {}

    /**
     * 到期时间. When a clock has begun to run, and whenever its due time has moved. Of a clock of one order the last one
     * told counts; one of an earlier dispatch or of an earlier start is over.
     */
    @Type("clock.due-set.v1")
    record DueSet(
            UUID workOrderId,
            ClockKind clock,
            int dispatchNo,
            int round,
            OffsetDateTime startedAt,
            OffsetDateTime dueAt)
            implements ClockEvent {}
}
