package cn.minyi5.notification.delivery;

import cn.minyi5.notification.template.domain.NotificationTrigger;
import cn.minyi5.notification.template.domain.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was told of one event, in the words in which it was told. */
@Entity
@Table(name = "message")
class MessageRow {

    @Id
    UUID id;

    UUID eventId;

    @Enumerated(EnumType.STRING)
    @Column(name = "occasion")
    NotificationTrigger.Kind kind;

    /** The id of the work order or, for a bulletin, of the document; its own where that would lead back (DOMAIN §7). */
    String about;

    /** Grid code; of a paper the division that issued it, of what is confidential the county. */
    @Nullable
    String place;

    boolean confidential;

    @Embedded
    Text text;

    Instant writtenAt;
}
