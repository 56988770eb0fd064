package cn.minyi5.routing.webhook;

import cn.minyi5.messaging.EnumColumn;
import cn.minyi5.routing.webhook.domain.Subscription;
import jakarta.persistence.Converter;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subscription with its secrets, which are sealed under a key of its own. Whoever changes it holds a lock. */
@Entity
@Table(name = "webhook_subscription")
class SubscriptionRow {

    @Id
    UUID id;

    @Embedded
    Subscription subscription;

    /** A username. */
    String createdBy;

    Instant createdAt;

    byte[] secret;

    /** Counts the secrets that there were. */
    int secretNo;

    byte @Nullable [] formerSecret;

    /** Until when that signs too. */
    @Nullable
    Instant formerUntil;

    @Converter(autoApply = true)
    static class StateColumn extends EnumColumn<Subscription.SubscriptionState> {}

    @Converter(autoApply = true)
    static class ReasonColumn extends EnumColumn<Subscription.DisabledReason> {}
}
