package cn.minyi5.intake.masterdata;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.masterdata.domain.Category;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "category")
class CategoryRow {

    @Id
    String code;

    String groupName;
    String name;

    @Enumerated(EnumType.STRING)
    Category.Likelihood onSpotLikelihood;

    int resolveWorkingDays;

    /** Whose administrator brought it. */
    String division;

    static CategoryRow of(Category category, DivisionCode division) {
        var row = new CategoryRow();
        row.division = division.value();
        row.code = category.code();
        row.groupName = category.group();
        row.name = category.name();
        row.onSpotLikelihood = category.onSpotLikelihood();
        row.resolveWorkingDays = category.resolveWorkingDays();
        return row;
    }
}
