package cn.minyi5.intake.masterdata;

import cn.minyi5.intake.masterdata.domain.Category;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

@Entity
@Table(name = "category")
class CategoryRow {

    @EmbeddedId
    Key key;

    String groupName;
    String name;

    @Enumerated(EnumType.STRING)
    Category.Likelihood onSpotLikelihood;

    int resolveWorkingDays;

    @Embedded
    Category.Demands demands;

    @Embeddable
    record Key(String division, String code) {}

    static CategoryRow of(Category category) {
        var row = new CategoryRow();
        row.key = new Key(category.division(), category.code());
        row.groupName = category.group();
        row.name = category.name();
        row.onSpotLikelihood = category.onSpotLikelihood();
        row.resolveWorkingDays = category.resolveWorkingDays();
        row.demands = category.demands();
        return row;
    }

    Category category() {
        return new Category(key.code(), key.division(), groupName, name, onSpotLikelihood, resolveWorkingDays, demands);
    }
}
