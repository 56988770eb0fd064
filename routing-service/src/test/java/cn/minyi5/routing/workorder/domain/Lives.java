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

    public static final Instant WINDOW_CLOSES = Instant.parse("2026-11-06T01:00:00Z");
    public static final String WATER = "water";
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
        return Assignment.byPerson(WATER, List.of("roads"));
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
            case REPLY_REVIEW -> take(Action.REPLY, in(State.IN_PROGRESS, category));
            case FOLLOW_UP -> take(Action.ACCEPT_REPLY, in(State.REPLY_REVIEW, category));
            case CLOSED -> take(Action.FOLLOW_UP, in(State.FOLLOW_UP, category));
            case NOT_ACCEPTED -> take(Action.REFUSE, opened(category));
            case WITHDRAWN -> take(Action.WITHDRAW, in(State.IN_PROGRESS, category));
        };
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
            case SIGN -> order.sign(deed);
            case RETURN -> order.returnBecause(NOT_OURS, WINDOW, deed);
            case ACCEPT_RETURN -> order.acceptReturn(null, deed);
            case REJECT_RETURN -> order.rejectReturn("职责范围内", deed);
            case RULE -> order.rule(to.lead(), "会商纪要", deed);
            case REPLY -> order.reply(solved(deed.at()), deed);
            case SEND_REPLY_BACK -> order.sendReplyBack("未说明结果", deed);
            case ACCEPT_REPLY -> order.acceptReply(null, deed);
            case FOLLOW_UP -> order.followUp(order.round(), solved, Answer.YES, deed, deed.at());
            case WITHDRAW -> order.withdraw("问题已自行解决", deed);
        };
    }
}
