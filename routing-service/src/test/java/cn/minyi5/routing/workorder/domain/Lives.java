package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.DayKind;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.contracts.language.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** Work orders brought to a state by the shortest way, for tests. */
public final class Lives {

    public static final Instant NOON = Instant.parse("2026-11-05T04:00:00Z");

    /** A Thursday's noon with 4 working hours before the window closes: 9 o'clock on Friday. */
    public static final ReturnWindow WINDOW = new ReturnWindow(
            Duration.ofHours(4),
            new WorkingCalendar(List.of(new SpecialDay(LocalDate.of(2026, 10, 1), DayKind.HOLIDAY, "国庆节"))));

    public static final Windows WINDOWS = new Windows(WINDOW, Duration.ofDays(30));

    public static final LocalDate IN_TEN_DAYS = LocalDate.of(2026, 11, 15);
    public static final Instant WINDOW_CLOSES = Instant.parse("2026-11-06T01:00:00Z");
    public static final String WATER = "water";
    /** Assists. */
    public static final String ROADS = "roads";

    public static final NotOurs NOT_OURS = new NotOurs("不归我们管", "权责清单（演示）第9条", "roads");

    /** By somebody who is every party. */
    public static final Deed DEED = at(NOON);

    private Lives() {}

    public static CitizenRequest request(String category) {
        return new CitizenRequest(
                new UUID(0, 1),
                new GridCode("370828101001001"),
                category,
                Urgency.NORMAL,
                "自来水水压低",
                new CitizenRequest.Citizen(false, "王**", "138****5678"),
                "T0001",
                NOON.minusSeconds(600));
    }

    public static Deed at(Instant moment) {
        return new Deed("someone", EnumSet.complementOf(EnumSet.of(Party.SYSTEM)), moment);
    }

    public static WorkOrder opened() {
        return opened("GS02");
    }

    private static WorkOrder opened(String category) {
        return WorkOrder.open(
                        new Origin(new UUID(0, 2), "GD20261105-000001", request(category), NOON, false), DEED, null)
                .order();
    }

    public static Assignment toWater() {
        return Assignment.byPerson(WATER, List.of(ROADS));
    }

    public static Reply solved(Instant at) {
        return Reply.of(ResultCode.SOLVED, "已更换水表", "电话联系", at);
    }

    public static WorkOrder in(State state) {
        return in(state, "GS02");
    }

    public static WorkOrder in(State state, String category) {
        return switch (state) {
            case AWAITING_DISPATCH -> opened(category);
            case AWAITING_SIGN -> take(Action.DISPATCH, opened(category));
            case IN_PROGRESS -> take(Action.SIGN, in(State.AWAITING_SIGN, category));
            case RETURN_REVIEW -> take(Action.RETURN, in(State.AWAITING_SIGN, category));
            case ARBITRATION -> take(Action.RETURN, take(Action.REJECT_RETURN, in(State.RETURN_REVIEW, category)));
            case REPLY_REVIEW -> take(Action.REPLY, assisted(in(State.IN_PROGRESS, category)));
            case FOLLOW_UP -> take(Action.ACCEPT_REPLY, in(State.REPLY_REVIEW, category));
            case SUSPENDED -> take(Action.SUSPEND, take(Action.PROPOSE_SUSPENSION, in(State.IN_PROGRESS, category)));
            case FORWARDED_OUT -> forwarded(category);
            case MERGED -> merged(category);
            case CLOSED -> take(Action.FOLLOW_UP, in(State.FOLLOW_UP, category));
            case NOT_ACCEPTED -> take(Action.REFUSE, opened(category));
            case WITHDRAWN -> take(Action.WITHDRAW, in(State.IN_PROGRESS, category));
        };
    }

    /** The same when the part of who assists is confirmed. */
    public static WorkOrder assisted(WorkOrder order) {
        return take(Action.CONFIRM_PART, take(Action.HAND_IN_PART, take(Action.SIGN_PART, order)));
    }

    /** Of the same county, and open. */
    public static WorkOrder another(String category) {
        return WorkOrder.open(
                        new Origin(new UUID(0, 3), "GD20261105-000002", request(category), NOON, false), DEED, null)
                .order();
    }

    /** What is asked for must lie behind what was granted. */
    private static LocalDate later(WorkOrder order, Deed deed) {
        var extension = order.deferral().extension();
        var granted = extension == null ? null : extension.granted();
        return (granted == null ? deed.day() : granted).plusDays(1);
    }

    /** A confidential order is merged and forwarded by nobody: that one stands there all the same is for the tables. */
    private static WorkOrder merged(String category) {
        var order = opened(category);
        var parent = another("GS02");
        return order.request().confidential()
                ? order.moved(Action.MERGE, DEED)
                        .with(new Parent(parent.id(), parent.origin().number()))
                : take(Action.MERGE, order);
    }

    private static WorkOrder parentWithdrawn() {
        return take(Action.WITHDRAW, another("GS02"));
    }

    private static WorkOrder forwarded(String category) {
        var order = opened(category);
        return order.request().confidential()
                ? order.moved(Action.FORWARD_OUT, DEED).with(new Forwarding("12345-1", NOON))
                : take(Action.FORWARD_OUT, order);
    }

    /** The same, with all that can be put off beside it where there is a department for it. */
    public static WorkOrder deferred(State state) {
        var order = in(state);
        var extension = new Extension(IN_TEN_DAYS, "管材到货延迟", IN_TEN_DAYS.minusDays(1));
        var suspension = new Suspension(Suspension.Kind.SEASON, "开春后施工", IN_TEN_DAYS, NOON);
        return order.with(order.handling().with(new Deferral(extension, 2, NOON, suspension)));
    }

    /** At a moment when it is allowed. */
    public static WorkOrder take(Action action, WorkOrder order) {
        return take(action, order, toWater(), Answer.YES, DEED).order();
    }

    public static Transition take(Action action, WorkOrder order, Assignment to, Answer solved, Deed deed) {
        return switch (action) {
            case OPEN -> WorkOrder.open(order.origin(), deed, null);
            case DISPATCH -> order.dispatch(to, null, deed);
            case REFUSE -> order.refuse(NotAcceptedReason.NOTHING_CONCRETE, deed);
            case MERGE -> order.merge(another("GS02"), "同一停水问题", deed);
            case UNMERGE -> order.unmerge(parentWithdrawn(), Deed.automatic(deed.at()));
            case FORWARD_OUT -> order.forwardOut("12345-2026-1105-0001", "属市级管养道路", deed);
            case ANSWER_OUTSIDE -> order.answerOutside(ResultCode.EXPLAINED, "已列入本月维修计划", deed);
            case TAKE_BACK -> order.takeBack("不属市级管养", deed);
            case SIGN -> order.sign(deed);
            case RETURN -> order.returnBecause(NOT_OURS, WINDOW, deed);
            case ACCEPT_RETURN -> order.acceptReturn(null, deed);
            case REJECT_RETURN -> order.rejectReturn("职责范围内", deed);
            case RULE -> order.rule(to.lead(), "会商纪要", deed);
            case SIGN_PART -> order.signPart(ROADS, deed.of(ROADS));
            case HAND_IN_PART -> order.handInPart(ROADS, "路面已修复", deed.of(ROADS));
            case CONFIRM_PART -> order.confirmPart(ROADS, null, deed);
            case SEND_PART_BACK -> order.sendPartBack(ROADS, "未附照片", deed);
            case ASK_EXTENSION -> order.askForExtension(later(order, deed), "管材到货延迟", deed);
            case GRANT_EXTENSION -> order.grantExtension(null, deed);
            case DENY_EXTENSION -> order.denyExtension("可先接临时供水", deed);
            case BEGIN_WAITING -> order.beginWaiting("电话约定周末上门", deed);
            case END_WAITING -> order.endWaiting(null, deed);
            case PROPOSE_SUSPENSION ->
                order.proposeSuspension(
                        Suspension.Kind.NO_FUNDS, "列入明年水利项目", deed.day().plusDays(90), deed);
            case SUSPEND -> order.suspend(null, deed);
            case DENY_SUSPENSION -> order.denySuspension("可用应急资金", deed);
            case RESUME -> order.resume("资金已到位", deed);
            case REPLY -> order.reply(solved(deed.at()), deed);
            case SEND_REPLY_BACK -> order.sendReplyBack("未说明结果", deed);
            case ACCEPT_REPLY -> order.acceptReply(null, deed);
            case FOLLOW_UP -> order.followUp(order.round(), solved, Answer.YES, deed, deed.at());
            case REOPEN -> order.reopen("修好三天后又停水", WINDOWS, deed);
            case WITHDRAW -> order.withdraw("问题已自行解决", deed);
        };
    }
}
