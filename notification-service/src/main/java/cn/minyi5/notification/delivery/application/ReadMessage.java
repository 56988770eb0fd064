package cn.minyi5.notification.delivery.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A person has read a message; reading it again changes nothing. */
@ApplicationScoped
public class ReadMessage {

    private final Transactions transactions;
    private final Inboxes inboxes;

    ReadMessage(Transactions transactions, Inboxes inboxes) {
        this.transactions = transactions;
        this.inboxes = inboxes;
    }

    /** Fails with the refusal {@code message.unknown} also if it is somebody else's. */
    public Uni<InboxMessage> handle(String username, UUID id) {
        return transactions
                .runOld(tx -> inboxes.read(tx, username, id))
                .map(message -> message.orElseThrow(() -> Refusal.notFound("message.unknown")));
    }
}
