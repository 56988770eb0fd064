package cn.minyi5.notification.recipient.domain;

import cn.minyi5.contracts.language.GridCode;
import org.jspecify.annotations.Nullable;

/** 受众. People of one role, of one department or team if one is named, who answer for the place if one is named. */
public record Audience(Role role, @Nullable String department, @Nullable String team, @Nullable GridCode place) {

    public boolean includes(Recipient recipient) {
        return recipient.role() == role
                && (department == null || department.equals(recipient.department()))
                && (team == null || team.equals(recipient.team()))
                && (place == null || recipient.division().contains(place.division()));
    }
}
