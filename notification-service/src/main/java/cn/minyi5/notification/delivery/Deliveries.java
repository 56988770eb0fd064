package cn.minyi5.notification.delivery;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.delivery.domain.Delivery;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** What people find in the application, and what the office sees of all deliveries. */
@ApplicationScoped
public class Deliveries {

    private static final String INBOX =
            """
            from DeliveryRow d join fetch d.message
            where d.recipient = :username and d.channel = IN_APP and d.id < :before
            order by d.id desc""";

    private static final String READ =
            """
            update DeliveryRow set readAt = coalesce(readAt, :now)
            where id = :id and recipient = :username and channel = IN_APP""";

    private static final String SEEN =
            """
            from DeliveryRow d join fetch d.message
            where d.delivery.state in :states and d.id < :before
                and d.message.place like :inside and d.message.confidential in :secrecy
            order by d.id desc""";

    private final Transactions transactions;

    Deliveries(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A message in somebody's inbox.
     *
     * @param about the id of the work order or, for a bulletin, of the document; of what is confidential no such id
     */
    public record InboxMessageView(
            UUID id,
            String occasion,
            String about,
            String subject,
            String text,
            OffsetDateTime writtenAt,
            @Nullable OffsetDateTime readAt) {

        static InboxMessageView of(DeliveryRow row) {
            var message = row.message;
            return new InboxMessageView(
                    row.id,
                    message.kind.name(),
                    message.about,
                    message.text.subject(),
                    message.text.body(),
                    CountyTime.at(message.writtenAt),
                    local(row.readAt));
        }
    }

    /** 回执. What became of one delivery. */
    public record DeliveryView(
            UUID id,
            UUID eventId,
            String occasion,
            String about,
            String recipient,
            String channel,
            String state,
            int tries,
            @Nullable OffsetDateTime nextTryAt,
            @Nullable OffsetDateTime endedAt,
            @Nullable String reason) {

        static DeliveryView of(DeliveryRow row) {
            var message = row.message;
            var delivery = row.delivery;
            return new DeliveryView(
                    row.id,
                    message.confidential ? message.id : message.eventId,
                    message.kind.name(),
                    message.about,
                    row.recipient,
                    row.channel.name(),
                    delivery.state().name(),
                    delivery.tries(),
                    local(delivery.nextTryAt()),
                    local(delivery.endedAt()),
                    delivery.reason());
        }
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant moment) {
        return moment == null ? null : CountyTime.at(moment);
    }

    /** 收件箱. Latest first. */
    public Uni<Page<InboxMessageView>> inbox(String username, Cursor after, int limit) {
        return page(
                before -> query(INBOX).setParameter("username", username).setParameter("before", before),
                after,
                limit,
                InboxMessageView::of);
    }

    /** The first reading counts; reading again changes nothing. Fails with the refusal {@code message.unknown}. */
    public Uni<InboxMessageView> read(String username, UUID id) {
        return transactions.run(now -> transactions
                .session()
                .createMutationQuery(READ)
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("username", username)
                .executeUpdate()
                .flatMap(found -> found == 0
                        ? Uni.createFrom().failure(Refusal.notFound("message.unknown"))
                        : query("from DeliveryRow d join fetch d.message where d.id = :id")
                                .setParameter("id", id)
                                .getSingleResult())
                .invoke(row -> {
                    if (row.message.confidential) {
                        transactions.logged().confidential();
                    }
                })
                .map(InboxMessageView::of));
    }

    /**
     * 送达回执. Those of the jurisdiction, the confidential ones only for who may see these. Latest first.
     *
     * @param state all if null
     */
    public Uni<Page<DeliveryView>> page(AccessScope scope, Delivery.@Nullable State state, Cursor after, int limit) {
        return page(
                before -> query(SEEN)
                        .setParameter("states", state == null ? List.of(Delivery.State.values()) : List.of(state))
                        .setParameter("inside", scope.division().value() + "%")
                        .setParameter("secrecy", scope.confidential() ? List.of(true, false) : List.of(false))
                        .setParameter("before", before),
                after,
                limit,
                DeliveryView::of);
    }

    private <V> Uni<Page<V>> page(
            Function<UUID, SelectionQuery<DeliveryRow>> before,
            Cursor after,
            int limit,
            Function<DeliveryRow, V> view) {
        return transactions.read(
                () -> before.apply(Cursor.START.idFromTheEnd()).getResultCount().flatMap(total -> before.apply(
                                after.idFromTheEnd())
                        .setMaxResults(Page.oneMoreThan(limit))
                        .getResultList()
                        .map(rows ->
                                Page.of(rows, limit, DeliveryRow::cursor, total).map(view))));
    }

    private SelectionQuery<DeliveryRow> query(String hql) {
        return transactions.session().createSelectionQuery(hql, DeliveryRow.class);
    }
}
