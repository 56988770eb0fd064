package cn.minyi5.notification.document;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.EventCatalogue;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** 依据数据. Pages of rows, as they came, until and after the issue itself. */
@ApplicationScoped
public class FrozenRows {

    /** By hand: a month comes in hundreds of pages, and a page that comes again is the page that is there. */
    private static final String KEEP =
            """
            insert into bulletin_page (bulletin_id, page, frozen)
            select * from unnest($1::uuid[], $2::int[], $3::bytea[])
            on conflict (bulletin_id, page) do nothing""";

    private final Transactions transactions;
    private final Sql sql;

    FrozenRows(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    public Uni<Void> keepAll(List<Received<BulletinEvent.RowsFrozen>> received, Instant now) {
        var pages = received.stream().map(Received::event).toList();
        return sql.update(
                        KEEP,
                        pages.stream().map(BulletinEvent.RowsFrozen::bulletinId).toList(),
                        pages.stream().map(BulletinEvent.RowsFrozen::page).toList(),
                        pages.stream().map(EventCatalogue::write).toList())
                .replaceWithVoid();
    }

    /** In the order of their pages. */
    Uni<List<BulletinEvent.Row>> of(UUID bulletinId) {
        return transactions
                .session()
                .createSelectionQuery(
                        "from BulletinPageRow where bulletinId = :bulletin order by page", BulletinPageRow.class)
                .setParameter("bulletin", bulletinId)
                .getResultList()
                .map(pages ->
                        pages.stream().flatMap(page -> rows(page).stream()).toList());
    }

    private static List<BulletinEvent.Row> rows(BulletinPageRow page) {
        try {
            return EventCatalogue.read(page.frozen, BulletinEvent.RowsFrozen.class)
                    .rows();
        } catch (IOException e) {
            throw new UncheckedIOException("a page that was written cannot be read", e);
        }
    }
}
