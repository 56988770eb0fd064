package cn.minyi5.intake.grid.http;

import cn.minyi5.intake.grid.application.ListGrids;
import cn.minyi5.intake.grid.domain.Grid;
import cn.minyi5.web.Page;

record GridView(String code, String name) {

    static Page<GridView> page(ListGrids.Listed listed, int limit) {
        var items = listed.grids().stream().map(GridView::of).toList();
        var next = items.size() < limit ? null : items.get(items.size() - 1).code();
        return new Page<>(items, next, listed.total());
    }

    private static GridView of(Grid grid) {
        return new GridView(grid.code().value(), grid.name());
    }
}
