package cn.minyi5.routing.dispatch;

import cn.minyi5.contracts.RequestEvent.History;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.domain.Deed;
import cn.minyi5.routing.workorder.domain.Origin;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.Transition;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.time.OffsetDateTime;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * 历史. An imported order's past, told again step by step through the rules that live orders obey, with its original
 * moments. A past that breaks the rules is refused whole.
 */
record PastLife(History history) {

    /** Spreadsheets have no contact log; a reply cannot be without. */
    private static final String NO_CONTACT_LOG = "历史导入，无联系记录";

    Transition retold(Origin origin, FirstDispatch first) {
        var assignment = first.assignment();
        if (assignment == null) {
            throw Refusal.conflict("history.without-department").with("reason", first.words());
        }
        var life = WorkOrder.open(origin, Deed.imported(origin.openedAt()), null);
        life = then(life, history.dispatchedAt(), (order, deed) -> order.dispatch(assignment, first.words(), deed));
        life = then(life, history.signedAt(), WorkOrder::sign);
        life = then(life, history.repliedAt(), this::replied);
        life = then(life, history.acceptedAt(), (order, deed) -> order.acceptReply(null, deed));
        return then(life, history.followedUpAt(), this::followedUp);
    }

    private static Transition then(
            Transition life, @Nullable OffsetDateTime moment, BiFunction<WorkOrder, Deed, Transition> next) {
        if (moment == null) {
            return life;
        }
        var at = moment.toInstant();
        var before = life.timeline().get(life.timeline().size() - 1).at();
        if (at.isBefore(before)) {
            throw Refusal.invalid("history.out-of-order", "history").with("moment", at.toString());
        }
        return life.then(order -> next.apply(order, Deed.imported(at)));
    }

    private Transition replied(WorkOrder order, Deed deed) {
        var reply = Reply.of(
                required(history.resultCode(), "history.resultCode"),
                required(history.replyText(), "history.replyText"),
                NO_CONTACT_LOG,
                deed.at());
        return order.reply(reply, deed);
    }

    private Transition followedUp(WorkOrder order, Deed deed) {
        return order.followUp(
                order.round(),
                required(history.solved(), "history.solved"),
                required(history.satisfied(), "history.satisfied"),
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
