package cn.minyi5.notification.document;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A page of frozen rows, as it came. */
@Entity
@Table(name = "bulletin_page")
class BulletinPageRow {

    @EmbeddedId
    Key key;

    /** The event's payload. */
    byte[] frozen;

    @Embeddable
    record Key(UUID bulletinId, int page) {}
}
