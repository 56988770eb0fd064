package cn.minyi5.county.history;

import cn.minyi5.contracts.language.Answer;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * The history counted by hand, apart from any service (definitions: DOMAIN §6).
 *
 * @param signedInTime orders signed at most an hour after dispatch
 * @param repliedInTime orders replied at most two days after dispatch
 * @param answered said at the follow-up whether it was solved
 * @param satisfied said so, of those who answered
 */
public record HistoryFigures(
        int collected, int onSpot, int forwarded, int signedInTime, int repliedInTime, int answered, int satisfied) {
    private static final Duration SIGN = Duration.ofHours(1);
    private static final Duration REPLY = Duration.ofHours(48);

    static HistoryFigures of(int collected, Collection<PastOrder> orders) {
        return new HistoryFigures(
                collected,
                collected - orders.size(),
                orders.size(),
                count(orders, order -> within(SIGN, Duration.between(order.dispatchedAt(), order.signedAt()))),
                count(orders, order -> within(REPLY, Duration.between(order.dispatchedAt(), order.repliedAt()))),
                count(orders, order -> order.solved() != Answer.NO_ANSWER),
                count(orders, order -> order.satisfied() == Answer.YES));
    }

    private static boolean within(Duration allowed, Duration taken) {
        return taken.compareTo(allowed) <= 0;
    }

    private static int count(Collection<PastOrder> orders, Predicate<PastOrder> which) {
        return Math.toIntExact(orders.stream().filter(which).count());
    }
}
