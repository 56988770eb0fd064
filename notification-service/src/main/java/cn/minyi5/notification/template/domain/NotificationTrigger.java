package cn.minyi5.notification.template.domain;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.ClockEvent;
import cn.minyi5.contracts.HandoverEvent;
import cn.minyi5.contracts.NoticeEvent;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Rung;
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
 * @param about the id of the work order, document or import
 * @param workOrder null for a bulletin and for a list
 * @param department code of the department concerned, where there is one
 * @param division who issued it, if it is a paper; whose history it is, if it is a list; else null
 * @param details what fills the fields of the template, beside the work order and the department
 */
public record NotificationTrigger(
        Kind kind,
        UUID about,
        @Nullable WorkOrder workOrder,
        @Nullable String department,
        @Nullable DivisionCode division,
        Map<String, String> details) {

    /** What fits into a message; all of them are on the list of work orders. */
    static final int MOST_LISTED = 50;

    /** Among the details: the code of the team concerned, where there is no work order. */
    static final String TEAM = "team";

    /** Among the details: the code of the department that assists, where that is whom it is about. */
    static final String ASSISTING = "assisting";

    /** As lists show it; rungs under their own names, those of desk and office behind the clock's. */
    public enum Kind {
        QUEUED,
        DISPATCHED,
        RETURN_REQUESTED,
        RETURN_REJECTED,
        ARBITRATION_REQUESTED,
        REPLY_SENT_BACK,
        REPLY_ACCEPTED,
        NOT_ACCEPTED,
        WITHDRAWN,
        EXTENSION_REQUESTED,
        EXTENDED,
        EXTENSION_DENIED,
        SUSPENSION_PROPOSED,
        SUSPENDED,
        SUSPENSION_DENIED,
        RESUMED,
        MERGED,
        ANSWERED_OUTSIDE,
        PART_HANDED_IN,
        BACK_AT_THE_DESK,
        REMINDER,
        RED,
        NOTICE,
        REVIEW_REMINDER,
        REVIEW_RED,
        ARBITRATION_REMINDER,
        ARBITRATION_RED,
        ABOUT_THE_OFFICE,
        BULLETIN,
        NOBODY_FOUND,
        NOBODY_READS,
        HANDED_OVER,
        MONTH_BEGAN,
        MONTH_ENDED
    }

    /** 待派单. No rule wins: the dispatch desk must decide. Null: a rule did. */
    public static @Nullable NotificationTrigger of(WorkOrderEvent.Opened event) {
        if (!Boolean.TRUE.equals(event.forDesk())) {
            return null;
        }
        var workOrder = new WorkOrder(event.workOrderId(), event.number(), event.gridCode(), event.confidential());
        return of(Kind.QUEUED, workOrder, null, Map.of());
    }

    /** 驳回退单. It is theirs after all. */
    public static NotificationTrigger of(WorkOrderEvent.ReturnRejected event) {
        return of(Kind.RETURN_REJECTED, WorkOrder.of(event.workOrderId(), event.facts()), event.department(), Map.of());
    }

    /** 会商. Returned a second time: the county's supervision office must rule. */
    public static NotificationTrigger of(WorkOrderEvent.ArbitrationRequested event) {
        var workOrder = WorkOrder.of(event.workOrderId(), event.facts());
        return of(Kind.ARBITRATION_REQUESTED, workOrder, event.department(), Map.of());
    }

    /** 退回答复. The desk was not content. */
    public static NotificationTrigger of(WorkOrderEvent.ReplySentBack event) {
        return of(Kind.REPLY_SENT_BACK, WorkOrder.of(event.workOrderId(), event.facts()), event.department(), Map.of());
    }

    /** 不予受理. The team must tell the citizen. */
    public static NotificationTrigger of(WorkOrderEvent.NotAccepted event) {
        return of(Kind.NOT_ACCEPTED, WorkOrder.of(event.workOrderId(), event.facts()), null, Map.of());
    }

    /** 撤回. The lead need not go on. Null: no department had it. */
    public static @Nullable NotificationTrigger of(WorkOrderEvent.Withdrawn event) {
        return event.department() == null
                ? null
                : of(Kind.WITHDRAWN, WorkOrder.of(event.workOrderId(), event.facts()), event.department(), Map.of());
    }

    /** 转交. Somebody complains about the supervision office: for the body that it was referred to. */
    public static NotificationTrigger of(RequestEvent.Referred event) {
        var matter = new WorkOrder(event.requestId(), event.requestId().toString(), null, true, null);
        var division = new DivisionCode(event.division());
        return new NotificationTrigger(
                Kind.ABOUT_THE_OFFICE, event.requestId(), matter, event.body(), division, Map.of());
    }

    /**
     * 无人接收. Nobody was found whom this could be told: the desk must hear of that, or, where it is confidential, who
     * looks after the installation.
     */
    public NotificationTrigger nobodyFound() {
        var found = confidential() ? Kind.NOBODY_READS : Kind.NOBODY_FOUND;
        return new NotificationTrigger(found, about, workOrder, department, division, details);
    }

    /** 派单. It is on the lead department's desk. */
    public static NotificationTrigger of(WorkOrderEvent.Dispatched event, Instant at) {
        var workOrder = new WorkOrder(event.workOrderId(), event.number(), event.gridCode(), event.confidential());
        return of(Kind.DISPATCHED, workOrder, event.lead(), Map.of("dispatchedAt", Names.of(at)));
    }

    /** 退单. The department says "not ours"; the dispatch desk must rule. */
    public static NotificationTrigger of(WorkOrderEvent.ReturnRequested event) {
        var workOrder = WorkOrder.of(event.workOrderId(), event.facts());
        return of(Kind.RETURN_REQUESTED, workOrder, event.department(), Map.of());
    }

    /** 回音. There is an answer to bring to the citizen. */
    public static NotificationTrigger of(WorkOrderEvent.ReplyAccepted event) {
        var workOrder = WorkOrder.of(event.workOrderId(), event.facts());
        return of(Kind.REPLY_ACCEPTED, workOrder, event.department(), Map.of("result", Names.of(event.resultCode())));
    }

    /** 催办, 红牌. A clock will soon be due, or ran out; whose it is, the kind says. Null: nothing to tell. */
    public static @Nullable NotificationTrigger of(ClockEvent.RungReached event) {
        if (event.rung() == Rung.NOTICE) {
            // It is told of by its own event, which has its number.
            return null;
        }
        var workOrder =
                new WorkOrder(event.workOrderId(), event.workOrderNumber(), event.gridCode(), event.confidential());
        var details = Map.of("act", Names.of(event.clock()), "due", Names.of(event.dueAt()));
        var rung = event.rung().name();
        var kind = event.clock().isOfDepartment() ? rung : event.clock() + "_" + rung;
        return of(Kind.valueOf(kind), workOrder, event.department(), details);
    }

    /** 督办. A supervision notice was issued. */
    public static NotificationTrigger of(NoticeEvent.Issued event) {
        var workOrder =
                new WorkOrder(event.workOrderId(), event.workOrderNumber(), event.gridCode(), event.confidential());
        var details = Map.of(
                "act", Names.of(event.clock()),
                "due", Names.of(event.dueAt()),
                "notice", "督办〔%d〕%d号".formatted(event.year(), event.issue()));
        return of(Kind.NOTICE, workOrder, event.department(), details);
    }

    /** 通报. A month's bulletin can be read. */
    public static NotificationTrigger of(BulletinEvent.Issued event) {
        var month = YearMonth.parse(event.month());
        var details = Map.of(
                "bulletin",
                "通报" + Names.ofBulletin(event.year(), event.issue(), event.total()),
                "month",
                Names.of(month));
        var division = event.division() == null ? null : new DivisionCode(event.division());
        return new NotificationTrigger(Kind.BULLETIN, event.bulletinId(), null, null, division, details);
    }

    /** 移交. What history has left open, as one list: for the department that leads, or all of it for the desk. */
    public static NotificationTrigger of(HandoverEvent.Listed event) {
        var numbers = event.orders().stream().limit(MOST_LISTED).map(Names::of).collect(Collectors.joining("\n"));
        var details = Map.of(
                "department",
                "全县各单位",
                "open",
                String.valueOf(event.open()),
                "cutOver",
                Names.ofDay(event.cutOver()),
                "orders",
                event.open() > MOST_LISTED ? numbers + "\n……" : numbers);
        var division = new DivisionCode(event.division());
        return new NotificationTrigger(Kind.HANDED_OVER, event.importId(), null, event.department(), division, details);
    }

    static NotificationTrigger of(
            Kind kind, WorkOrder workOrder, @Nullable String department, Map<String, String> details) {
        return new NotificationTrigger(kind, workOrder.id(), workOrder, department, null, details);
    }

    /** Where: only people who have to do with this place hear of it; of what is confidential the county. Null: unknown. */
    public @Nullable DivisionCode place() {
        var grid = grid();
        if (grid == null) {
            return division;
        }
        return confidential() ? grid.division().county() : grid.division();
    }

    /** Where lists of deliveries show that it was told; null: nowhere, for the office that it may be about reads them. */
    public @Nullable DivisionCode listedAt() {
        return kind == Kind.ABOUT_THE_OFFICE || kind == Kind.NOBODY_READS ? null : place();
    }

    private @Nullable GridCode grid() {
        return workOrder == null ? null : workOrder.grid();
    }

    public @Nullable String team() {
        return workOrder == null ? details.get(TEAM) : workOrder.team();
    }

    /** A complaint about officials: for the supervision office alone, and without content. */
    public boolean confidential() {
        return workOrder != null && workOrder.confidential();
    }

    /** Codes of the departments and the township whose names the text needs. */
    public Set<String> codes() {
        var grid = grid();
        return Stream.of(
                        department,
                        details.get(ASSISTING),
                        grid == null ? null : grid.township().value())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** In words. What is confidential gives away nothing but that there is something (DOMAIN §7). */
    public Text text(Names names) {
        var template =
                confidential() && kind != Kind.NOBODY_READS ? Template.CONFIDENTIAL : Template.valueOf(kind.name());
        var fields = new HashMap<>(details);
        if (workOrder != null) {
            fields.put("number", workOrder.number());
        }
        var grid = grid();
        if (grid != null) {
            fields.put("place", names.of(grid));
        }
        if (department != null) {
            fields.put("department", names.of(department));
        }
        fields.computeIfPresent(ASSISTING, (field, code) -> names.of(code));
        return template.fill(fields);
    }
}
