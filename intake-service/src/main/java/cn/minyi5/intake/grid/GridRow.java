package cn.minyi5.intake.grid;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.intake.grid.domain.Grid;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A grid as it is stored. */
@Entity
@Table(name = "grid")
class GridRow {

    @Id
    String code;

    String name;

    static GridRow of(Grid grid) {
        var row = new GridRow();
        row.code = grid.code().value();
        row.name = grid.name();
        return row;
    }

    Grid grid() {
        return new Grid(new GridCode(code), name);
    }
}
