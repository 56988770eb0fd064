package cn.minyi5.routing.catalogue;

import cn.minyi5.contracts.language.DivisionCode;
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

    /** Whose administrator brought it. */
    String division;

    static DepartmentRow of(Department department, DivisionCode division) {
        var row = new DepartmentRow();
        row.division = division.value();
        row.code = department.code();
        row.name = department.name();
        return row;
    }
}
