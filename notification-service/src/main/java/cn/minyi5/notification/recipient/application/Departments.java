package cn.minyi5.notification.recipient.application;

import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** What departments and townships are called, by code. */
public interface Departments {

    Uni<Void> keep(Transaction tx, Map<String, String> names);

    Uni<Map<String, String>> names(Transaction tx);
}
