package cn.minyi5.notification.delivery;

import cn.minyi5.messaging.EnumColumn;
import cn.minyi5.notification.delivery.domain.ChannelCode;
import cn.minyi5.notification.delivery.domain.Delivery;
import cn.minyi5.web.Cursor;
import jakarta.persistence.Converter;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message to one person by one channel. In the application, this is what stands in the person's inbox. */
@Entity
@Table(name = "delivery")
class DeliveryRow {

    @Converter(autoApply = true)
    static class StateColumn extends EnumColumn<Delivery.State> {}

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    MessageRow message;

    /** User name. */
    String recipient;

    @Enumerated(EnumType.STRING)
    ChannelCode channel;

    @Embedded
    Delivery delivery;

    @Nullable
    Instant readAt;

    Cursor cursor() {
        return new Cursor(message.writtenAt, id);
    }
}
