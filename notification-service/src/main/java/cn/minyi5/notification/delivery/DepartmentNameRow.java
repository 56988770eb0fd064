package cn.minyi5.notification.delivery;

import cn.minyi5.contracts.CatalogueEvent.Department;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a department, or a township acting as one, is called. */
@Entity
@Table(name = "department")
class DepartmentNameRow {

    @EmbeddedId
    Key key;

    String name;

    /** @param division in which the code means it; empty where it was not told */
    @Embeddable
    record Key(String division, String code) {}

    static DepartmentNameRow of(Department department, @Nullable String publishedBy) {
        var division = department.division() == null ? publishedBy : department.division();
        var row = new DepartmentNameRow();
        row.key = new Key(Objects.requireNonNullElse(division, ""), department.code());
        row.name = department.name();
        return row;
    }
}
