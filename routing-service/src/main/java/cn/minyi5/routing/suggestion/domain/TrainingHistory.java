package cn.minyi5.routing.suggestion.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** 训练样本. A county's answered orders in the order of their opening, each text once: what is said twice teaches once. */
public record TrainingHistory(List<AnsweredOrder> orders) {

    /** The latest tenth is not learnt from when the figures are taken. */
    private static final int HELD_OUT_PART = 10;

    public static final TrainingHistory NONE = new TrainingHistory(List.of());

    /** @param oldestFirst of a text that came several times the last one stays: it is how it is decided now */
    public static TrainingHistory of(List<AnsweredOrder> oldestFirst) {
        Set<String> seen = new HashSet<>();
        var latestFirst = new ArrayList<AnsweredOrder>();
        for (var n = oldestFirst.size() - 1; n >= 0; n--) {
            if (seen.add(CharacterGrams.letters(oldestFirst.get(n).text()))) {
                latestFirst.add(oldestFirst.get(n));
            }
        }
        Collections.reverse(latestFirst);
        return new TrainingHistory(List.copyOf(latestFirst));
    }

    /** Whether there is something to tell apart. */
    public boolean isEnough(int leastOrders) {
        return orders.size() >= leastOrders
                && kinds(AnsweredOrder::categoryCode) > 1
                && kinds(AnsweredOrder::department) > 1;
    }

    private long kinds(Function<AnsweredOrder, String> kind) {
        return orders.stream().map(kind).distinct().count();
    }

    public TrainingHistory earlier() {
        return new TrainingHistory(orders.subList(0, orders.size() - heldOut()));
    }

    public List<AnsweredOrder> later() {
        return orders.subList(orders.size() - heldOut(), orders.size());
    }

    private int heldOut() {
        return orders.size() / HELD_OUT_PART;
    }
}
