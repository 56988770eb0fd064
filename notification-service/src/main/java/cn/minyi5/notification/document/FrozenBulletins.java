package cn.minyi5.notification.document;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.EventCatalogue;
import cn.minyi5.messaging.InTurn;
import cn.minyi5.messaging.NotYet;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.document.domain.Bulletin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps the pages of frozen rows, as they came, and orders the paper of an issue whose rows are all here. */
@ApplicationScoped
public class FrozenBulletins {

    /** By hand: a month comes in hundreds of pages, and a page that comes again is the page that is there. */
    private static final String KEEP =
            """
            insert into bulletin_page (bulletin_id, page, frozen)
            select * from unnest($1::uuid[], $2::int[], $3::bytea[])
            on conflict (bulletin_id, page) do nothing""";

    private static final String PAGES = "from BulletinPageRow where key.bulletinId = :bulletin order by key.page";

    private final Transactions transactions;
    private final Sql sql;

    FrozenBulletins(Transactions transactions, Sql sql) {
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

    /**
     * An issue whose rows are not complete, or not the ones that were frozen, waits for them.
     */
    public Uni<Void> orderAll(List<Received<BulletinEvent.Issued>> received, Instant now) {
        return InTurn.each(received, issued -> order(issued, now));
    }

    private Uni<Void> order(Received<BulletinEvent.Issued> issued, Instant now) {
        var id = issued.event().bulletinId();
        return rowsOf(id).flatMap(rows -> {
            if (!new Bulletin(issued.event(), issued.happenedAt(), rows).isWhole()) {
                throw new NotYet("the rows that were frozen: there are %d others".formatted(rows.size()));
            }
            return transactions
                    .session()
                    .get(DocumentRow.class, id)
                    .flatMap(known -> known == null
                            ? transactions.session().insert(DocumentRow.waiting(issued, now))
                            : Uni.createFrom().voidItem());
        });
    }

    /** As it was issued, with its rows; within a unit of work. */
    Uni<Bulletin> bulletin(UUID id) {
        return transactions.session().get(DocumentRow.class, id).flatMap(document -> rowsOf(id)
                .map(rows -> new Bulletin(read(document.issued, BulletinEvent.Issued.class), document.issuedAt, rows)));
    }

    /** In the order of their pages. */
    Uni<List<BulletinEvent.Row>> rowsOf(UUID bulletinId) {
        return transactions
                .session()
                .createSelectionQuery(PAGES, BulletinPageRow.class)
                .setParameter("bulletin", bulletinId)
                .getResultList()
                .map(pages -> pages.stream()
                        .flatMap(page -> read(page.frozen, BulletinEvent.RowsFrozen.class).rows().stream())
                        .toList());
    }

    /** An event that was kept as its payload. */
    static <E extends BulletinEvent> E read(byte[] payload, Class<E> type) {
        try {
            return EventCatalogue.read(payload, type);
        } catch (IOException e) {
            throw new UncheckedIOException("an event that was written cannot be read", e);
        }
    }
}
