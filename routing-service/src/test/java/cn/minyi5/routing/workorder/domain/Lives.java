package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Work orders brought to a state by the shortest way, for tests. */
public final class Lives {

    public static final Instant NOON = Instant.parse("2026-11-05T04:00:00Z");
    public static final Duration WINDOW = Duration.ofHours(4);
    public static final String WATER = "water";

    private Lives() {}

    public static CitizenRequest request(String category) {
        return new CitizenRequest(
                new UUID(0, 1),
                new GridCode("370828101001001"),
                category,
                Urgency.NORMAL,
                "自来水水压低",
                new Citizen(false, "王**", "138****5678"),
                "T0001",
                NOON.minusSeconds(600));
    }

    public static WorkOrder opened() {
        return WorkOrder.open(new Origin(new UUID(0, 2), "GD20261105-000001", request("GS02"), NOON, false));
    }

    public static Assignment toWater() {
        return Assignment.byPerson(WATER, List.of("roads"));
    }

    public static Reply solved(Instant at) {
        return Reply.of(ResultCode.SOLVED, "已更换水表", "电话联系", at);
    }

    public static WorkOrder in(State state) {
        return switch (state) {
            case AWAITING_DISPATCH -> opened();
            case AWAITING_SIGN -> opened().dispatch(toWater(), NOON);
            case IN_PROGRESS -> in(State.AWAITING_SIGN).sign(WATER, NOON);
            case RETURN_REVIEW -> in(State.AWAITING_SIGN).returnBecauseNotOurs(WATER, NOON, WINDOW);
            case ARBITRATION -> in(State.RETURN_REVIEW).rejectReturn(NOON).returnBecauseNotOurs(WATER, NOON, WINDOW);
            case REPLY_REVIEW -> in(State.IN_PROGRESS).reply(WATER, solved(NOON));
            case FOLLOW_UP -> in(State.REPLY_REVIEW).acceptReply(NOON);
            case CLOSED -> in(State.FOLLOW_UP).followUp(1, Answer.YES, NOON);
            case NOT_ACCEPTED -> opened().refuse(NOON);
        };
    }

    /** Does the action in the name of the lead, at a moment when it is allowed. */
    public static WorkOrder take(Action action, WorkOrder order) {
        return switch (action) {
            case OPEN -> WorkOrder.open(order.origin());
            case DISPATCH -> order.dispatch(toWater(), NOON);
            case REFUSE -> order.refuse(NOON);
            case SIGN -> order.sign(WATER, NOON);
            case RETURN -> order.returnBecauseNotOurs(WATER, NOON, WINDOW);
            case ACCEPT_RETURN -> order.acceptReturn();
            case REJECT_RETURN -> order.rejectReturn(NOON);
            case RULE -> order.rule(toWater(), NOON);
            case REPLY -> order.reply(WATER, solved(NOON));
            case SEND_REPLY_BACK -> order.sendReplyBack();
            case ACCEPT_REPLY -> order.acceptReply(NOON);
            case FOLLOW_UP -> order.followUp(order.round(), Answer.YES, NOON);
        };
    }
}
