package cn.minyi5.routing.webhook.domain;

import cn.minyi5.contracts.language.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * 主管人. Who looks after subscriptions: those of one department, or all of a jurisdiction; the others are not there.
 *
 * @param department null for all of them
 */
public record Owner(DivisionCode division, @Nullable String department) {

    public boolean has(Subscription subscription) {
        return division.contains(subscription.division())
                && (department == null || department.equals(subscription.department()));
    }
}
