package cn.minyi5.county.history;

import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.county.Grid;
import java.time.LocalDateTime;

/** 走访. One team in one grid on one visit day; times are Asia/Shanghai. */
record PastVisit(Grid grid, LocalDateTime at, VisitForm form) {

    /** Unique in the history: a grid has one visit a day. */
    String ref() {
        return "V%tY%<tm%<td-%s".formatted(at, grid.code());
    }
}
