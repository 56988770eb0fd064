package cn.minyi5.notification.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A page of frozen rows, as it came. */
@Entity
@Table(name = "bulletin_page")
@IdClass(BulletinPageRow.Key.class)
class BulletinPageRow {

    record Key(UUID bulletinId, int page) implements Serializable {}

    @Id
    UUID bulletinId;

    @Id
    int page;

    /** The event's payload. */
    byte[] frozen;
}
