package cn.minyi5.notification.document.persistence;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.EventCatalogue;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.notification.document.application.FrozenRows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

@ApplicationScoped
class SqlFrozenRows implements FrozenRows {

    private static final String KEEP =
            """
            insert into bulletin_page (bulletin_id, page, frozen) values ($1, $2, $3)
            on conflict (bulletin_id, page) do nothing""";
    private static final String OF = "select frozen from bulletin_page where bulletin_id = $1 order by page";

    @Override
    public Uni<Void> keep(Transaction tx, BulletinEvent.RowsFrozen page) {
        return tx.connection()
                .preparedQuery(KEEP)
                .execute(Tuple.of(page.bulletinId(), page.page(), Buffer.buffer(EventCatalogue.write(page))))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<BulletinEvent.Row>> of(Transaction tx, UUID bulletinId) {
        return tx.connection().preparedQuery(OF).execute(Tuple.of(bulletinId)).map(pages -> StreamSupport.stream(
                        pages.spliterator(), false)
                .flatMap(page -> rows(page).stream())
                .toList());
    }

    private static List<BulletinEvent.Row> rows(Row page) {
        try {
            return EventCatalogue.read(page.get(Buffer.class, "frozen").getBytes(), BulletinEvent.RowsFrozen.class)
                    .rows();
        } catch (IOException e) {
            throw new UncheckedIOException("a page that was written cannot be read", e);
        }
    }
}
