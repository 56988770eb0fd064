package cn.minyi5.routing.catalogue;

import cn.minyi5.routing.catalogue.domain.Responsibility;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A rule of one version of the catalogue. */
@Entity
@Table(name = "responsibility")
class ResponsibilityRow {

    @Id
    UUID id;

    /** The id of its version. */
    int catalogue;

    @Embedded
    @AttributeOverride(name = "ruleId", column = @Column(name = "id", insertable = false, updatable = false))
    Responsibility rule;

    static ResponsibilityRow of(int catalogue, Responsibility rule) {
        var row = new ResponsibilityRow();
        row.id = rule.ruleId();
        row.catalogue = catalogue;
        row.rule = rule;
        return row;
    }
}
