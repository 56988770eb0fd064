package cn.minyi5.intake.masterdata;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.masterdata.domain.Division;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "division")
class DivisionRow {

    @Id
    String code;

    String name;

    @Nullable
    DivisionCode parentCode;

    @Enumerated(EnumType.STRING)
    Division.Level level;

    static DivisionRow of(Division division) {
        var row = new DivisionRow();
        row.code = division.code().value();
        row.name = division.name();
        row.parentCode = division.parent();
        row.level = division.level();
        return row;
    }
}
