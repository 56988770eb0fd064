package cn.minyi5.notification.recipient;

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
}
