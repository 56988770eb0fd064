package cn.minyi5.intake.masterdata;

import cn.minyi5.intake.masterdata.domain.Grid;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "grid")
class GridRow {

    @Id
    String code;

    String name;

    static GridRow of(Grid grid) {
        var row = new GridRow();
        row.code = grid.code();
        row.name = grid.name();
        return row;
    }
}
