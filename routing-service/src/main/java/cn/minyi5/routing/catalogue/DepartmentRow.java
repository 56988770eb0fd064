package cn.minyi5.routing.catalogue;

import cn.minyi5.routing.catalogue.domain.Department;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "department")
class DepartmentRow {

    @Id
    String code;

    String name;

    static DepartmentRow of(Department department) {
        var row = new DepartmentRow();
        row.code = department.code();
        row.name = department.name();
        return row;
    }
}
