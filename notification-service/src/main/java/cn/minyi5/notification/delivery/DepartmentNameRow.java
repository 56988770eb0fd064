package cn.minyi5.notification.delivery;

import cn.minyi5.contracts.CatalogueEvent.Department;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a department, or a township acting as one, is called. */
@Entity
@Table(name = "department")
class DepartmentNameRow {

    @Id
    String code;

    String name;

    static DepartmentNameRow of(Department department) {
        var row = new DepartmentNameRow();
        row.code = department.code();
        row.name = department.name();
        return row;
    }
}
