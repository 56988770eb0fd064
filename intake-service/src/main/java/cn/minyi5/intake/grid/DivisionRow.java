package cn.minyi5.intake.grid;

import cn.minyi5.intake.grid.domain.Division;
import cn.minyi5.intake.grid.domain.DivisionLevel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A division as it is stored. */
@Entity
@Table(name = "division")
class DivisionRow {

    @Id
    String code;

    String name;

    @Nullable
    String parentCode;

    @Enumerated(EnumType.STRING)
    DivisionLevel level;

    static DivisionRow of(Division division) {
        var parent = division.parent();
        var row = new DivisionRow();
        row.code = division.code().value();
        row.name = division.name();
        row.parentCode = parent == null ? null : parent.value();
        row.level = division.level();
        return row;
    }
}
