package cn.minyi5.routing.suggestion.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.routing.catalogue.domain.Responsibility;

/**
 * What a work order has taught once a department has answered for it: by then a wrong category is corrected and a wrong
 * department has returned it.
 */
public record AnsweredOrder(String text, String categoryCode, GridCode grid, String lead) {

    /** The department; for the township of the grid the word that stands for it, whichever township it was. */
    public String department() {
        return lead.equals(grid.township().value()) ? Responsibility.TOWNSHIP : lead;
    }

    /** The other way round, at the grid of another order. */
    public static String departmentIn(GridCode grid, String learnt) {
        return learnt.equals(Responsibility.TOWNSHIP) ? grid.township().value() : learnt;
    }
}
