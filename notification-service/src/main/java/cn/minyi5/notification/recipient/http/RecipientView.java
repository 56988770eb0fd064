package cn.minyi5.notification.recipient.http;

import cn.minyi5.notification.recipient.domain.Recipient;
import org.jspecify.annotations.Nullable;

record RecipientView(
        String username,
        String name,
        String role,
        @Nullable String department,
        String division,
        @Nullable String team,
        @Nullable String email) {

    static RecipientView of(Recipient recipient) {
        return new RecipientView(
                recipient.username(),
                recipient.name(),
                recipient.role().realmName(),
                recipient.department(),
                recipient.division().value(),
                recipient.team(),
                recipient.email());
    }
}
