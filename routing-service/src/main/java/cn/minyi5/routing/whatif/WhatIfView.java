package cn.minyi5.routing.whatif;

import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.whatif.domain.Trial.Move;
import cn.minyi5.routing.whatif.domain.Trial.Shift;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a version would have done with the requests of some months, beside the version that it would replace.
 *
 * @param orders how many requests were tried; confidential ones are not among them
 * @param moved how many of them would have gone elsewhere
 * @param departments what each would have gained and lost
 * @param items the orders that would have moved, the oldest first
 * @param next goes into {@code after} of the next call; absent on the last page
 */
public record WhatIfView(
        YearMonth from,
        YearMonth to,
        long orders,
        long moved,
        List<Shift> departments,
        List<MovedOrder> items,
        @Nullable String next) {

    /**
     * @param from to whom the version in force gives it; absent: to the desk
     * @param to to whom this version would; absent: to the desk
     * @param handledBy who has it in fact, after whatever people have decided since
     * @param row of the rule that would win
     */
    public record MovedOrder(
            UUID workOrderId,
            String number,
            String categoryCode,
            String gridCode,
            Urgency urgency,
            @Nullable String from,
            @Nullable String to,
            @Nullable String handledBy,
            @Nullable Integer row,
            @Nullable String clause) {

        static MovedOrder of(Row order, Move move) {
            var rule = move.rule();
            return new MovedOrder(
                    order.id(),
                    order.number(),
                    order.categoryCode(),
                    order.gridCode(),
                    order.urgency(),
                    move.from(),
                    move.to(),
                    order.lead(),
                    rule == null ? null : rule.row(),
                    rule == null ? null : rule.clause());
        }
    }

    /** An order as it is. */
    record Row(
            UUID id,
            String number,
            Instant openedAt,
            String categoryCode,
            String gridCode,
            Urgency urgency,
            @Nullable String lead) {}
}
