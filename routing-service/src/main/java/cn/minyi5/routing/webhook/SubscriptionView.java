package cn.minyi5.routing.webhook;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.routing.webhook.domain.Subscription;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as those see it who look after it.
 *
 * @param types of events; none for all of them
 * @param reason why it is disabled
 * @param disabledAt since when it is disabled
 * @param failingSince since when nothing could be delivered
 * @param secretNo counts the secrets that there were
 * @param formerSecretUntil until when the secret before it signs too
 * @param secret what signs, {@code whsec_} and base64: told when it is made, and never again
 */
public record SubscriptionView(
        UUID id,
        String division,
        String department,
        String url,
        List<String> types,
        Subscription.SubscriptionState state,
        Subscription.@Nullable DisabledReason reason,
        @Nullable OffsetDateTime disabledAt,
        @Nullable OffsetDateTime failingSince,
        String createdBy,
        OffsetDateTime createdAt,
        int secretNo,
        @Nullable OffsetDateTime formerSecretUntil,
        @Nullable String secret) {

    static SubscriptionView of(SubscriptionRow row) {
        var subscription = row.subscription;
        return new SubscriptionView(
                row.id,
                subscription.division().value(),
                subscription.department(),
                subscription.url(),
                subscription.types(),
                subscription.state(),
                subscription.reason(),
                CountyTime.atOrNull(subscription.disabledAt()),
                CountyTime.atOrNull(subscription.failingSince()),
                row.createdBy,
                CountyTime.at(row.createdAt),
                row.secretNo,
                CountyTime.atOrNull(row.formerUntil),
                null);
    }

    SubscriptionView with(@Nullable String itsSecret) {
        return new SubscriptionView(
                id,
                division,
                department,
                url,
                types,
                state,
                reason,
                disabledAt,
                failingSince,
                createdBy,
                createdAt,
                secretNo,
                formerSecretUntil,
                itsSecret);
    }
}
