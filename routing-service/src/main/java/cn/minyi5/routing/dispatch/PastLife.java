package cn.minyi5.routing.dispatch;

import cn.minyi5.contracts.RequestEvent.History;
import cn.minyi5.contracts.RequestEvent.Step;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.WorkingCalendar;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.Deed;
import cn.minyi5.routing.workorder.domain.NotOurs;
import cn.minyi5.routing.workorder.domain.Origin;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.ReturnWindow;
import cn.minyi5.routing.workorder.domain.Transition;
import cn.minyi5.routing.workorder.domain.Transition.Happened;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * 历史. An imported order's past, told again step by step through the rules that live orders obey, with its original
 * moments. A past that breaks the rules is refused whole; afterwards the order lives on as any other.
 */
record PastLife(History history) {

    /** Spreadsheets have no contact log and no clauses; a reply and a return cannot be without. */
    private static final String NO_CONTACT_LOG = "历史导入，无联系记录";

    private static final String NO_CLAUSE = "历史导入，未注明依据";

    /** Whoever took a return then has let it pass: without a calendar the window is open. */
    private static final ReturnWindow OPEN = new ReturnWindow(Duration.ZERO, new WorkingCalendar(List.of()));

    Transition retold(Origin origin, FirstDispatch first) {
        var assignment = first.assignment();
        if (assignment == null) {
            throw Refusal.conflict("history.without-department").with("reason", first.words());
        }
        var life = WorkOrder.open(origin, Deed.imported(origin.openedAt()), null);
        life = then(life, history.dispatchedAt(), (order, deed) -> order.dispatch(assignment, first.words(), deed));
        life = then(life, history.signedAt(), WorkOrder::sign);
        life = then(
                life,
                history.repliedAt(),
                (order, deed) -> replied(order, history.resultCode(), history.replyText(), deed));
        life = then(life, history.acceptedAt(), (order, deed) -> order.acceptReply(null, deed));
        life = then(
                life,
                history.followedUpAt(),
                (order, deed) -> followedUp(order, history.solved(), history.satisfied(), deed));
        for (var step : later(origin)) {
            life = then(life, step.at(), (order, deed) -> after(order, step, deed));
        }
        return new Transition(life.order().told(), life.timeline(), wentLive(life));
    }

    /** What is still open lives on. */
    private List<Happened> wentLive(Transition life) {
        var brought = history.brought();
        if (brought == null || life.order().state().isFinal()) {
            return life.events();
        }
        var cutOver = brought.cutOver().toInstant();
        refuseUnlessInOrder(life, cutOver);
        return life.followedBy(new WorkOrderEvent.WentLive(life.order().id(), false), cutOver)
                .events();
    }

    /** What nobody but the supervision office may know of went to nobody else (DOMAIN §7). */
    private List<Step> later(Origin origin) {
        var steps =
                history.brought() == null ? List.<Step>of() : history.brought().steps();
        if (origin.request().confidential() && steps.stream().anyMatch(step -> step.department() != null)) {
            throw Refusal.conflict("history.confidential");
        }
        return steps;
    }

    private static Transition then(
            Transition life, @Nullable OffsetDateTime moment, BiFunction<WorkOrder, Deed, Transition> next) {
        if (moment == null) {
            return life;
        }
        var at = moment.toInstant();
        refuseUnlessInOrder(life, at);
        return life.then(order -> next.apply(order, Deed.imported(at)));
    }

    private static void refuseUnlessInOrder(Transition life, Instant at) {
        if (at.isBefore(life.timeline().get(life.timeline().size() - 1).at())) {
            throw Refusal.invalid("history.out-of-order", "history").with("moment", at.toString());
        }
    }

    private static Transition after(WorkOrder order, Step step, Deed deed) {
        return switch (step.step()) {
            case DISPATCH -> order.dispatch(Assignment.byPerson(department(step), List.of()), step.words(), deed);
            case SIGN -> order.sign(deed);
            case RETURN ->
                order.returnBecause(
                        new NotOurs(required(step.words(), "history.brought.steps.words"), NO_CLAUSE, department(step)),
                        OPEN,
                        deed);
            case ACCEPT_RETURN -> order.acceptReturn(step.words(), deed);
            case REJECT_RETURN -> order.rejectReturn(step.words(), deed);
            case RULE -> order.rule(department(step), required(step.words(), "history.brought.steps.words"), deed);
            case REPLY -> replied(order, step.resultCode(), step.words(), deed);
            case SEND_REPLY_BACK -> order.sendReplyBack(step.words(), deed);
            case ACCEPT_REPLY -> order.acceptReply(step.words(), deed);
            case FOLLOW_UP -> followedUp(order, step.solved(), step.satisfied(), deed);
        };
    }

    private static String department(Step step) {
        return required(step.department(), "history.brought.steps.department");
    }

    private static Transition replied(
            WorkOrder order, @Nullable ResultCode resultCode, @Nullable String text, Deed deed) {
        var reply = Reply.of(
                required(resultCode, "history.resultCode"),
                required(text, "history.replyText"),
                NO_CONTACT_LOG,
                deed.at());
        return order.reply(reply, deed);
    }

    private static Transition followedUp(
            WorkOrder order, @Nullable Answer solved, @Nullable Answer satisfied, Deed deed) {
        return order.followUp(
                order.round(),
                required(solved, "history.solved"),
                required(satisfied, "history.satisfied"),
                deed,
                deed.at());
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw Refusal.invalid("history.incomplete", field);
        }
        return value;
    }
}
