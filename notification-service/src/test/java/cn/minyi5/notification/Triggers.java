package cn.minyi5.notification;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.ClockEvent;
import cn.minyi5.contracts.HandoverEvent;
import cn.minyi5.contracts.NoticeEvent;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.VisitMonthEvent;
import cn.minyi5.contracts.WorkOrderDeferralEvent;
import cn.minyi5.contracts.WorkOrderDiversionEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.WorkOrderPartEvent;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.notification.template.domain.NotificationTrigger;
import cn.minyi5.notification.template.domain.VisitMonths;
import cn.minyi5.notification.template.domain.WholeLife;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** One trigger of each kind, from its event: in grid 370828101203001, for department SHUIWU and team T1. */
public final class Triggers {

    private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2026-11-05T03:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 15);
    private static final UUID ID = new UUID(0, 1);
    private static final String NUMBER = "2026-000001";
    private static final String GRID = "370828101203001";

    private Triggers() {}

    public static NotificationTrigger of(NotificationTrigger.Kind kind, boolean confidential) {
        var facts = new WorkOrderEvent.Facts(NUMBER, GRID, confidential, "T1");
        return switch (kind) {
            case DISPATCHED -> NotificationTrigger.of(dispatched(confidential), MOMENT.toInstant());
            case RETURN_REQUESTED ->
                NotificationTrigger.of(
                        new WorkOrderEvent.ReturnRequested(ID, 1, 1, "SHUIWU", "不属本单位职责", null, null, false, facts));
            case REPLY_ACCEPTED ->
                NotificationTrigger.of(new WorkOrderEvent.ReplyAccepted(
                        ID, new UUID(0, 3), 1, 1, "SHUIWU", ResultCode.SOLVED, "已修好", false, facts));
            case QUEUED ->
                Objects.requireNonNull(NotificationTrigger.of(new WorkOrderEvent.Opened(
                        ID, NUMBER, new UUID(0, 3), GRID, "GS02", Urgency.NORMAL, confidential, MOMENT, false, true)));
            case RETURN_REJECTED ->
                NotificationTrigger.of(new WorkOrderEvent.ReturnRejected(ID, 1, 1, "SHUIWU", "属于职责范围", false, facts));
            case ARBITRATION_REQUESTED ->
                NotificationTrigger.of(new WorkOrderEvent.ArbitrationRequested(ID, 1, 1, "SHUIWU", false, facts));
            case REPLY_SENT_BACK ->
                NotificationTrigger.of(new WorkOrderEvent.ReplySentBack(ID, 1, 1, "SHUIWU", "没有联系群众", false, facts));
            case NOT_ACCEPTED ->
                NotificationTrigger.of(new WorkOrderEvent.NotAccepted(ID, 1, "IN_COURT", false, facts));
            case WITHDRAWN ->
                NotificationTrigger.of(new WorkOrderEvent.Withdrawn(ID, 1, "SHUIWU", "问题已自行解决", false, facts));
            case EXTENSION_REQUESTED ->
                WholeLife.of(
                        new WorkOrderDeferralEvent.ExtensionRequested(ID, 1, 1, "SHUIWU", DAY, "管材到货延迟", false, facts));
            case EXTENDED -> WholeLife.of(new WorkOrderDeferralEvent.Extended(ID, 1, 1, "SHUIWU", DAY, false, facts));
            case EXTENSION_DENIED ->
                WholeLife.of(
                        new WorkOrderDeferralEvent.ExtensionDenied(ID, 1, 1, "SHUIWU", DAY, "可先接临时供水", false, facts));
            case SUSPENSION_PROPOSED ->
                WholeLife.of(new WorkOrderDeferralEvent.SuspensionProposed(
                        ID, 1, 1, "SHUIWU", "NO_FUNDS", "列入明年项目", DAY, false, facts));
            case SUSPENDED ->
                WholeLife.of(new WorkOrderDeferralEvent.Suspended(
                        ID, 1, 1, "SHUIWU", "NO_FUNDS", "列入明年项目", DAY, false, facts));
            case SUSPENSION_DENIED ->
                WholeLife.of(new WorkOrderDeferralEvent.SuspensionDenied(ID, 1, 1, "SHUIWU", "可用应急资金", false, facts));
            case RESUMED -> WholeLife.of(new WorkOrderDeferralEvent.Resumed(ID, 1, 1, "SHUIWU", "资金已到位", false, facts));
            case MERGED ->
                WholeLife.of(new WorkOrderDiversionEvent.Merged(
                        ID, new UUID(0, 3), 1, new UUID(0, 6), "2026-000002", new UUID(0, 7), "同一问题", false, facts));
            case ANSWERED_OUTSIDE ->
                WholeLife.of(new WorkOrderDiversionEvent.AnsweredOutside(
                        ID, new UUID(0, 3), 1, "SZ12345-1", ResultCode.SOLVED, "已修好", false, facts));
            case PART_HANDED_IN ->
                Objects.requireNonNull(WholeLife.of(
                        new WorkOrderPartEvent.PartHandedIn(ID, 1, 1, "DIANLI", "加压泵已恢复供电。", false, facts, "SHUIWU")));
            case BACK_AT_THE_DESK ->
                WholeLife.of(new WorkOrderDiversionEvent.TakenBack(ID, 1, "SZ12345-1", "不属市级管养", false, facts));
            case NOBODY_FOUND -> of(NotificationTrigger.Kind.RED, confidential).nobodyFound();
            case NOBODY_READS ->
                of(NotificationTrigger.Kind.ABOUT_THE_OFFICE, true).nobodyFound();
            case REMINDER -> rung(Rung.REMINDER, ClockKind.SIGN, confidential);
            case RED -> rung(Rung.RED, ClockKind.REPLY, confidential);
            case NOTICE -> NotificationTrigger.of(notice(confidential));
            case REVIEW_REMINDER -> rung(Rung.REMINDER, ClockKind.REVIEW, confidential);
            case REVIEW_RED -> rung(Rung.RED, ClockKind.REVIEW, confidential);
            case ARBITRATION_REMINDER -> rung(Rung.REMINDER, ClockKind.ARBITRATION, confidential);
            case ARBITRATION_RED -> rung(Rung.RED, ClockKind.ARBITRATION, confidential);
            case HANDED_OVER ->
                NotificationTrigger.of(new HandoverEvent.Listed(
                        new UUID(0, 5),
                        "370828",
                        "SHUIWU",
                        MOMENT,
                        1,
                        List.of(new HandoverEvent.Order(ID, NUMBER, "民听301"))));
            case ABOUT_THE_OFFICE ->
                NotificationTrigger.of(
                        new RequestEvent.Referred(new UUID(0, 3), "370828", "2026-11", "ZX02", "SHUIWU"));
            case MONTH_BEGAN ->
                VisitMonths.of(
                        new VisitMonthEvent.Began(
                                "370828",
                                "T1",
                                GRID,
                                "2021-10",
                                List.of(LocalDate.of(2021, 10, 8), LocalDate.of(2021, 10, 15)),
                                null,
                                new VisitMonthEvent.Theme("秋收秋种", "问一问收割和播种有什么难处。")),
                        new UUID(0, 6));
            case MONTH_ENDED ->
                VisitMonths.of(
                        new VisitMonthEvent.Ended(
                                "370828", "T1", GRID, "2021-09", 3, 2, List.of(LocalDate.of(2021, 9, 25))),
                        new UUID(0, 7));
            case BULLETIN ->
                NotificationTrigger.of(new BulletinEvent.Issued(
                        new UUID(0, 2), "2021-09", 2021, 18, List.of(), List.of(), 0, "b9706bee", "370828", 18));
        };
    }

    private static WorkOrderEvent.Dispatched dispatched(boolean confidential) {
        return new WorkOrderEvent.Dispatched(
                ID, NUMBER, 1, 1, GRID, "GS02", Urgency.NORMAL, confidential, "SHUIWU", List.of(), null, false);
    }

    private static NotificationTrigger rung(Rung rung, ClockKind clock, boolean confidential) {
        var reached = new ClockEvent.RungReached(
                ID, NUMBER, clock, 1, 1, rung, "SHUIWU", GRID, "GS02", confidential, MOMENT, MOMENT, false);
        return Objects.requireNonNull(NotificationTrigger.of(reached));
    }

    private static NoticeEvent.Issued notice(boolean confidential) {
        return new NoticeEvent.Issued(
                new UUID(0, 4), 2026, 3, ID, NUMBER, ClockKind.SIGN, 1, "SHUIWU", GRID, "GS02", confidential, MOMENT);
    }
}
