package cn.minyi5.notification.delivery.application;

import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 收件箱. What people find in the application. */
public interface Inboxes {

    /** Latest first. @param after the last id of the page before */
    Uni<List<InboxMessage>> page(String username, @Nullable UUID after, int limit);

    Uni<Long> count(String username);

    /** The first reading counts. Empty if that person has no such message. */
    Uni<Optional<InboxMessage>> read(Transaction tx, String username, UUID id);
}
