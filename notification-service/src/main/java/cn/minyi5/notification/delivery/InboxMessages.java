package cn.minyi5.notification.delivery;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** 收件箱. What people find in the application. */
@ApplicationScoped
public class InboxMessages {

    private final Transactions transactions;

    InboxMessages(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Latest first. */
    public Uni<Page<InboxMessageView>> page(String username, Cursor after, int limit) {
        return transactions.read(() -> session()
                .createSelectionQuery(
                        "select count(*) from DeliveryRow where recipient = :username and channel = IN_APP", Long.class)
                .setParameter("username", username)
                .getSingleResult()
                .flatMap(total -> session()
                        .createSelectionQuery(
                                """
                                from DeliveryRow d join fetch d.message
                                where d.recipient = :username and d.channel = IN_APP and d.id < :before
                                order by d.id desc""",
                                DeliveryRow.class)
                        .setParameter("username", username)
                        .setParameter("before", after.idFromTheEnd())
                        .setMaxResults(Page.oneMoreThan(limit))
                        .getResultList()
                        .map(rows ->
                                Page.of(rows, limit, DeliveryRow::cursor, total).map(InboxMessageView::of))));
    }

    /** The first reading counts; reading again changes nothing. Fails with the refusal {@code message.unknown}. */
    public Uni<InboxMessageView> read(String username, UUID id) {
        return transactions.run(now -> session()
                .createMutationQuery(
                        """
                        update DeliveryRow set readAt = coalesce(readAt, :now)
                        where id = :id and recipient = :username and channel = IN_APP""")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("username", username)
                .executeUpdate()
                .flatMap(found -> {
                    if (found == 0) {
                        throw Refusal.notFound("message.unknown");
                    }
                    return session()
                            .createSelectionQuery(
                                    "from DeliveryRow d join fetch d.message where d.id = :id", DeliveryRow.class)
                            .setParameter("id", id)
                            .getSingleResult()
                            .map(InboxMessageView::of);
                }));
    }

    private Mutiny.StatelessSession session() {
        return transactions.session();
    }
}
