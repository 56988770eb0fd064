package cn.minyi5.routing.suggestion;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.SeenWorkOrders;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 相似工单. What became of orders whose text is like that of another one, as far as they are for the asker's eyes. */
@ApplicationScoped
public class SimilarWorkOrders {

    private static final int MOST_SHOWN = 10;

    /** The newest ones; comparing them takes some milliseconds. */
    private static final int MOST_COMPARED = 200;

    private static final int LONGEST_START = 60;

    private final Transactions transactions;
    private final SeenWorkOrders workOrders;

    SimilarWorkOrders(Transactions transactions, SeenWorkOrders workOrders) {
        this.transactions = transactions;
        this.workOrders = workOrders;
    }

    /**
     * @param textStart its first characters; all that leads to a citizen was struck before it was stored
     * @param resultCode how it was answered; absent while it is not
     * @param likeness 0 to 1: the share of characters that both texts have
     */
    public record Similar(
            UUID id,
            String number,
            State state,
            String categoryCode,
            @Nullable String lead,
            LocalDate openedOn,
            String textStart,
            @Nullable ResultCode resultCode,
            double likeness) {

        static Similar of(WorkOrder order, TextLikeness likeness) {
            var text = order.request().text();
            var reply = order.reply();
            return new Similar(
                    order.id(),
                    order.origin().number(),
                    order.state(),
                    order.request().categoryCode(),
                    order.lead(),
                    CountyTime.at(order.origin().openedAt()).toLocalDate(),
                    start(text),
                    reply == null ? null : reply.resultCode(),
                    likeness.of(text));
        }

        /** No character is cut in two. */
        private static String start(String text) {
            return text.codePointCount(0, text.length()) <= LONGEST_START
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, LONGEST_START)) + "…";
        }
    }

    /** The most similar first; of and to complaints about officials there is none. */
    public Uni<List<Similar>> to(Actor actor, UUID id) {
        return transactions.read(() -> workOrders
                .one(actor, id)
                .flatMap(order -> order.request().confidential()
                        ? Uni.createFrom().item(List.<Similar>of())
                        : workOrders.ofCategory(actor, order, MOST_COMPARED).map(others -> ranked(order, others))));
    }

    private static List<Similar> ranked(WorkOrder order, List<WorkOrder> others) {
        var likeness = TextLikeness.to(order.request().text());
        return others.stream()
                .map(other -> Similar.of(other, likeness))
                .filter(similar -> similar.likeness() > 0)
                .sorted(Comparator.comparingDouble(Similar::likeness).reversed())
                .limit(MOST_SHOWN)
                .toList();
    }
}
