package cn.minyi5.routing.webhook.domain;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 订阅. A department's system wants to be told what happens to the department's work orders. Whatever its state, what it is
 * to be told is written down; it is sent while it is active.
 *
 * @param division jurisdiction of whoever may look after it: of orders elsewhere it hears nothing
 * @param types of events; none for all of them
 * @param reason why it is disabled
 * @param disabledAt since when it is disabled; null while it is not, or where that was not kept
 * @param failingSince since when nothing has been delivered although it was tried
 */
@Embeddable
public record Subscription(
        DivisionCode division,
        String department,
        String url,
        List<String> types,
        SubscriptionState state,
        @Nullable DisabledReason reason,
        @Nullable Instant disabledAt,
        @Nullable Instant failingSince) {

    public enum SubscriptionState {
        ACTIVE,
        /** By whoever looks after it. */
        PAUSED,
        /** By us. */
        DISABLED
    }

    public enum DisabledReason {
        /** Its system said so: 410. */
        GONE,
        /** Nothing could be delivered for days. */
        FAILING
    }

    public static Subscription of(DivisionCode division, String department, HookUrl url, List<String> types) {
        return new Subscription(
                division,
                department,
                url.uri().toString(),
                types.stream().distinct().sorted().toList(),
                SubscriptionState.ACTIVE,
                null,
                null,
                null);
    }

    /** @throws Refusal {@code webhook.wrong-state} if it is disabled: that says more */
    public Subscription pause() {
        if (state == SubscriptionState.DISABLED) {
            throw wrongState();
        }
        return in(SubscriptionState.PAUSED, null);
    }

    /** What has waited is sent from now on. */
    public Subscription resume() {
        return in(SubscriptionState.ACTIVE, null);
    }

    public void requireActive() {
        if (state != SubscriptionState.ACTIVE) {
            throw wrongState();
        }
    }

    /** @param patience how long it may fail before it is disabled */
    public Subscription after(AttemptOutcome outcome, Instant now, Duration patience) {
        if (outcome instanceof AttemptOutcome.Delivered) {
            return new Subscription(division, department, url, types, state, reason, disabledAt, null);
        }
        if (state != SubscriptionState.ACTIVE) {
            return this;
        }
        if (outcome instanceof AttemptOutcome.Gone) {
            return disabled(DisabledReason.GONE, now, failingSince);
        }
        var since = Objects.requireNonNullElse(failingSince, now);
        return since.plus(patience).isAfter(now) ? in(state, since) : disabled(DisabledReason.FAILING, now, since);
    }

    private Subscription in(SubscriptionState next, @Nullable Instant since) {
        return new Subscription(division, department, url, types, next, null, null, since);
    }

    private Subscription disabled(DisabledReason why, Instant now, @Nullable Instant since) {
        return new Subscription(division, department, url, types, SubscriptionState.DISABLED, why, now, since);
    }

    private Refusal wrongState() {
        return Refusal.conflict("webhook.wrong-state").with("state", state.name());
    }
}
