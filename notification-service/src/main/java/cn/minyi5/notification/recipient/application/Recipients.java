package cn.minyi5.notification.recipient.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.notification.recipient.domain.Recipient;
import cn.minyi5.notification.recipient.domain.Role;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everybody who can be told something, by user name. */
public interface Recipients {

    /**
     * Writes each anew or over what was known of the user name, unless that person belongs to another jurisdiction.
     *
     * @return the user names that were written
     */
    Uni<Set<String>> keep(Transaction tx, List<Recipient> recipients, DivisionCode jurisdiction);

    /** Of one role, and of one department or team if given. */
    Uni<List<Recipient>> of(Transaction tx, Role role, @Nullable String department, @Nullable String team);

    /** By user name. @param after the last user name of the page before */
    Uni<List<Recipient>> page(DivisionCode jurisdiction, @Nullable String after, int limit);

    Uni<Long> count(DivisionCode jurisdiction);
}
