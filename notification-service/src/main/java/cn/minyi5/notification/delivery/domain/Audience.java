package cn.minyi5.notification.delivery.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.notification.recipient.domain.Recipient;
import cn.minyi5.notification.recipient.domain.Role;
import cn.minyi5.notification.template.domain.Occasion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 受众. People of one role, of one department or team if one is named, who answer for the place if one is named. */
public record Audience(Role role, @Nullable String department, @Nullable String team, @Nullable GridCode place) {

    static Audience everywhere(Role role, Occasion occasion) {
        return new Audience(role, null, null, occasion.place());
    }

    static Audience inDepartment(Role role, Occasion occasion) {
        return new Audience(role, Objects.requireNonNull(occasion.department()), null, occasion.place());
    }

    static Audience inTeam(Role role, Occasion occasion) {
        return new Audience(role, null, Objects.requireNonNull(occasion.team()), occasion.place());
    }

    public boolean includes(Recipient recipient) {
        return recipient.role() == role
                && (department == null || department.equals(recipient.department()))
                && (team == null || team.equals(recipient.team()))
                && (place == null || recipient.division().contains(place.division()));
    }
}
