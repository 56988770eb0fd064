package cn.minyi5.notification.template.domain;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.ResultCode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 事由. Something that people must be told, with all that the telling needs.
 *
 * @param about the id of the work order or document
 * @param workOrder null for a bulletin
 * @param department code of the department concerned, where there is one
 * @param team code of the team concerned, where there is one
 * @param details what fills the fields of the template, beside the work order and the department
 */
public record NotificationTrigger(
        Kind kind,
        UUID about,
        @Nullable WorkOrder workOrder,
        @Nullable String department,
        @Nullable String team,
        Map<String, String> details) {

    /** As lists show it. */
    public enum Kind {
        DISPATCHED,
        RETURN_REQUESTED,
        REPLY_ACCEPTED,
        REMINDER,
        RED,
        NOTICE,
        BULLETIN
    }

    /** 派单. It is on the lead department's desk. */
    public static NotificationTrigger dispatched(WorkOrder workOrder, String department, Instant at) {
        return of(Kind.DISPATCHED, workOrder, department, null, Map.of("dispatchedAt", Names.of(at)));
    }

    /** 退单. The department says "not ours"; the dispatch desk must rule. */
    public static NotificationTrigger returnRequested(WorkOrder workOrder, String department) {
        return of(Kind.RETURN_REQUESTED, workOrder, department, null, Map.of());
    }

    /** 回音. There is an answer to bring to the citizen. */
    public static NotificationTrigger replyAccepted(
            WorkOrder workOrder, String department, @Nullable String team, ResultCode result) {
        return of(Kind.REPLY_ACCEPTED, workOrder, department, team, Map.of("result", Names.of(result)));
    }

    /** 催办. A clock will soon be due. */
    public static NotificationTrigger reminder(WorkOrder workOrder, String department, ClockKind clock, Instant dueAt) {
        return of(Kind.REMINDER, workOrder, department, null, clock(clock, dueAt));
    }

    /** 红牌. A clock ran out. */
    public static NotificationTrigger red(WorkOrder workOrder, String department, ClockKind clock, Instant dueAt) {
        return of(Kind.RED, workOrder, department, null, clock(clock, dueAt));
    }

    /** 督办. A supervision notice was issued. */
    public static NotificationTrigger notice(
            WorkOrder workOrder, String department, ClockKind clock, Instant dueAt, int year, int issue) {
        var details = new HashMap<>(clock(clock, dueAt));
        details.put("notice", "督办〔%d〕%d号".formatted(year, issue));
        return of(Kind.NOTICE, workOrder, department, null, details);
    }

    /** 通报. A month's bulletin can be read. */
    public static NotificationTrigger bulletin(UUID documentId, int year, int issue, YearMonth month) {
        var details = Map.of(
                "bulletin", "通报%d年第%d期".formatted(year, issue),
                "month", "%d年%d月".formatted(month.getYear(), month.getMonthValue()));
        return new NotificationTrigger(Kind.BULLETIN, documentId, null, null, null, details);
    }

    private static NotificationTrigger of(
            Kind kind, WorkOrder workOrder, String department, @Nullable String team, Map<String, String> details) {
        return new NotificationTrigger(kind, workOrder.id(), workOrder, department, team, details);
    }

    private static Map<String, String> clock(ClockKind clock, Instant dueAt) {
        return Map.of("act", Names.of(clock), "due", Names.of(dueAt));
    }

    /** Where: only people who answer for this place hear of it. Null: everywhere. */
    public @Nullable GridCode place() {
        return workOrder == null ? null : workOrder.grid();
    }

    /** A complaint about officials: for the supervision office alone, and without content. */
    public boolean confidential() {
        return workOrder != null && workOrder.confidential();
    }

    /** Codes of the department and the township whose names the text needs. */
    public Set<String> codes() {
        var place = place();
        return Stream.of(department, place == null ? null : place.township().value())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** In words. What is confidential gives away nothing but its number (DOMAIN §7). */
    public Text text(Names names) {
        var template = confidential() ? Template.CONFIDENTIAL : Template.valueOf(kind.name());
        var fields = new HashMap<>(details);
        if (workOrder != null) {
            fields.put("number", workOrder.number());
        }
        if (place() != null) {
            fields.put("place", names.of(place()));
        }
        if (department != null) {
            fields.put("department", names.of(department));
        }
        return template.fill(fields);
    }
}
