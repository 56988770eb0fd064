package cn.minyi5.notification.delivery;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

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
}
