package cn.minyi5.routing.catalogue;

import cn.minyi5.routing.catalogue.domain.Department;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "department")
class DepartmentRow {

    @EmbeddedId
    Key key;

    String name;

    /** @param division whose administrator brought it: two counties may give one code to different departments */
    @Embeddable
    record Key(String division, String code) {}

    static DepartmentRow of(Department department) {
        var row = new DepartmentRow();
        row.key = new Key(department.division(), department.code());
        row.name = department.name();
        return row;
    }
}
