package cn.minyi5.escalation.figures;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a department, or a township acting as one, is called. */
@Entity
@Table(name = "department_name")
class DepartmentNameRow {

    @Id
    String code;

    String name;
}
