package cn.minyi5.notification.template.domain;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.notification.workorder.domain.WorkOrder;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 事由. Something that people must be told, with all that the telling needs. */
public sealed interface Occasion {

    OccasionCode code();

    /** The id of the work order or document it is about. */
    UUID about();

    /** Where: only people who answer for this place hear of it. Absent: everywhere. */
    default @Nullable GridCode place() {
        return null;
    }

    /** A complaint about officials: for the supervision office alone, and without content. */
    default boolean confidential() {
        return false;
    }

    /** Code of the department concerned, where there is one. */
    default @Nullable String department() {
        return null;
    }

    /** Code of the team concerned, where there is one. */
    default @Nullable String team() {
        return null;
    }

    /** What fills the fields of the template. */
    Map<String, String> fields(Names names);

    /** An occasion in the life of one work order. */
    sealed interface OfWorkOrder extends Occasion {
        WorkOrder workOrder();

        @Override
        String department();

        @Override
        default UUID about() {
            return workOrder().id();
        }

        @Override
        default GridCode place() {
            return workOrder().grid();
        }

        @Override
        default boolean confidential() {
            return workOrder().confidential();
        }

        @Override
        default Map<String, String> fields(Names names) {
            var fields = names.of(workOrder());
            fields.put("department", names.of(department()));
            return fields;
        }
    }

    /** 时钟. An occasion that a clock has made. */
    sealed interface OfClock extends OfWorkOrder {
        ClockKind clock();

        Instant dueAt();

        @Override
        default Map<String, String> fields(Names names) {
            var fields = OfWorkOrder.super.fields(names);
            fields.put("act", Names.of(clock()));
            fields.put("due", Names.of(dueAt()));
            return fields;
        }
    }

    /** 派单. It is on the lead department's desk. */
    record Dispatched(WorkOrder workOrder, String department, Instant dispatchedAt) implements OfWorkOrder {
        @Override
        public OccasionCode code() {
            return OccasionCode.DISPATCHED;
        }

        @Override
        public Map<String, String> fields(Names names) {
            var fields = OfWorkOrder.super.fields(names);
            fields.put("dispatchedAt", Names.of(dispatchedAt));
            return fields;
        }
    }

    /** 退单. The department says "not ours"; the dispatch desk must rule. */
    record ReturnRequested(WorkOrder workOrder, String department) implements OfWorkOrder {
        @Override
        public OccasionCode code() {
            return OccasionCode.RETURN_REQUESTED;
        }
    }

    /** 回音. There is an answer to bring to the citizen. */
    record ReplyAccepted(WorkOrder workOrder, String team, String department, ResultCode result)
            implements OfWorkOrder {
        @Override
        public OccasionCode code() {
            return OccasionCode.REPLY_ACCEPTED;
        }

        @Override
        public Map<String, String> fields(Names names) {
            var fields = OfWorkOrder.super.fields(names);
            fields.put("result", Names.of(result));
            return fields;
        }
    }

    /** 催办. A clock will soon be due. */
    record Reminder(WorkOrder workOrder, ClockKind clock, String department, Instant dueAt) implements OfClock {
        @Override
        public OccasionCode code() {
            return OccasionCode.REMINDER;
        }
    }

    /** 红牌. A clock ran out. */
    record Red(WorkOrder workOrder, ClockKind clock, String department, Instant dueAt) implements OfClock {
        @Override
        public OccasionCode code() {
            return OccasionCode.RED;
        }
    }

    /** 督办. A supervision notice was issued. */
    record NoticeIssued(WorkOrder workOrder, int year, int issue, ClockKind clock, String department, Instant dueAt)
            implements OfClock {
        @Override
        public OccasionCode code() {
            return OccasionCode.NOTICE;
        }

        @Override
        public Map<String, String> fields(Names names) {
            var fields = OfClock.super.fields(names);
            fields.put("notice", "督办〔%d〕%d号".formatted(year, issue));
            return fields;
        }
    }

    /** 通报. A month's bulletin can be read. */
    record BulletinIssued(UUID documentId, int year, int issue, YearMonth month) implements Occasion {
        @Override
        public OccasionCode code() {
            return OccasionCode.BULLETIN;
        }

        @Override
        public UUID about() {
            return documentId;
        }

        @Override
        public Map<String, String> fields(Names names) {
            return Map.of(
                    "bulletin", "通报%d年第%d期".formatted(year, issue),
                    "month", "%d年%d月".formatted(month.getYear(), month.getMonthValue()));
        }
    }
}
