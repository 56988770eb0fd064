package cn.minyi5.notification.delivery;

import cn.minyi5.access.AccessScope;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.delivery.domain.DeliveryState;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** What the office sees of deliveries: those of its jurisdiction, the confidential ones only who may. */
@ApplicationScoped
public class DeliveryReports {

    private static final String SEEN =
            """
            where d.delivery.state in :states and d.id < :before
                and (d.message.place is null or d.message.place like :inside) and d.message.confidential in :secrecy""";

    private final Transactions transactions;

    DeliveryReports(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Latest first. @param state all if null */
    public Uni<Page<DeliveryView>> page(AccessScope scope, @Nullable DeliveryState state, Cursor after, int limit) {
        return transactions.read(() -> query("select count(*) from DeliveryRow d " + SEEN, Long.class, scope, state)
                .setParameter("before", Cursor.START.idFromTheEnd())
                .getSingleResult()
                .flatMap(total -> query(
                                "from DeliveryRow d join fetch d.message " + SEEN + " order by d.id desc",
                                DeliveryRow.class,
                                scope,
                                state)
                        .setParameter("before", after.idFromTheEnd())
                        .setMaxResults(Page.oneMoreThan(limit))
                        .getResultList()
                        .map(rows ->
                                Page.of(rows, limit, DeliveryRow::cursor, total).map(DeliveryView::of))));
    }

    private <T> SelectionQuery<T> query(String hql, Class<T> type, AccessScope scope, @Nullable DeliveryState state) {
        return transactions
                .session()
                .createSelectionQuery(hql, type)
                .setParameter("states", state == null ? List.of(DeliveryState.values()) : List.of(state))
                .setParameter("inside", scope.division().value() + "%")
                .setParameter("secrecy", scope.confidential() ? List.of(true, false) : List.of(false));
    }
}
