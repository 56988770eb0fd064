package cn.minyi5.intake.attachment;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.attachment.PictureFiles.Size;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Attachments that there are: what hangs on a record, and the pictures themselves for whoever may see what they hang on,
 * or uploaded them while they hang on nothing.
 */
@ApplicationScoped
public class Attachments {

    private static final String OF_REQUEST =
            "from AttachmentRow where attachment.requestId = :record order by attachment.position";
    private static final String OF_VISIT = "from AttachmentRow where attachment.visitId = :record";

    /**
     * By hand: row, key and the word that the file may go are one statement, so that none is left without the others. That
     * a photo showed where the team was stays known of the visit.
     */
    private static final String DISCARD =
            """
            with gone as (
                delete from attachment
                where request_id = $1 or visit_id = (select visit_id from request where id = $1)
                returning file, visit_id
            ), known as (
                update visit set check_in_photo_erased = true where id in (select visit_id from gone)
            ), keys as (
                delete from keys.data_key where kind = 'attachment' and id in (select file from gone)
            ), unclaimed as (
                insert into unclaimed_file (id, remove_after) select file, now() from gone
            )
            select file from gone""";

    private final Transactions transactions;
    private final Sql sql;
    private final PictureFiles files;
    private final Instance<RecordAccess> records;

    Attachments(Transactions transactions, Sql sql, PictureFiles files, @Any Instance<RecordAccess> records) {
        this.transactions = transactions;
        this.sql = sql;
        this.files = files;
        this.records = records;
    }

    /** @param tag tells one picture from another */
    public record Opened(byte[] jpeg, String tag) {}

    private record Found(AttachmentRow row, byte[] wrappedKey) {

        String tag(Size size) {
            var digest = row.attachment.sha256();
            return size == Size.FULL ? digest : digest + "-" + Picture.THUMBNAIL;
        }
    }

    /** Those of a request, in their order; within a unit of work. */
    public Uni<List<AttachmentView>> ofRequest(UUID requestId) {
        return listed(OF_REQUEST, requestId);
    }

    /** Null if its visit has none; within a unit of work. */
    public Uni<@Nullable AttachmentView> checkInPhoto(UUID visitId) {
        return listed(OF_VISIT, visitId).map(found -> found.isEmpty() ? null : found.get(0));
    }

    private Uni<List<AttachmentView>> listed(String query, UUID record) {
        return transactions
                .session()
                .createSelectionQuery(query, AttachmentRow.class)
                .setParameter("record", record)
                .getResultList()
                .map(rows -> rows.stream().map(AttachmentView::of).toList());
    }

    /** @throws Refusal {@code attachment.unknown}, also if it is not for the actor's eyes */
    public Uni<Opened> picture(UUID id, Actor actor) {
        return open(id, Size.FULL, actor);
    }

    /** @throws Refusal as {@link #picture} */
    public Uni<Opened> thumbnail(UUID id, Actor actor) {
        return open(id, Size.THUMBNAIL, actor);
    }

    private Uni<Opened> open(UUID id, Size size, Actor actor) {
        return transactions.read(() -> find(id, actor)).flatMap(found -> files.get(
                        found.row().attachment, found.wrappedKey(), size)
                .map(jpeg -> new Opened(jpeg, found.tag(size))));
    }

    private Uni<Found> find(UUID id, Actor actor) {
        return transactions
                .session()
                .get(AttachmentRow.class, id)
                .onItem()
                .ifNull()
                .failWith(Attachments::unknown)
                .call(row -> maySee(row, actor).invoke(may -> {
                    if (!may) {
                        throw unknown();
                    }
                }))
                .flatMap(row -> transactions
                        .session()
                        .get(AttachmentKeyRow.class, row.attachment.file())
                        .onItem()
                        .ifNull()
                        .failWith(Attachments::unknown)
                        .map(key -> new Found(row, key.wrappedKey)));
    }

    private Uni<Boolean> maySee(AttachmentRow row, Actor actor) {
        var attachment = row.attachment;
        if (attachment.hangsOnNothing()) {
            return Uni.createFrom().item(attachment.uploadedBy().equals(actor.id()));
        }
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(record -> record.maySee(attachment, actor))
                .filter(may -> may)
                .collect()
                .first()
                .map(Objects::nonNull);
    }

    private static Refusal unknown() {
        return Refusal.notFound("attachment.unknown");
    }

    /**
     * Forgets those of a request for good, and the check-in photo of its visit, which may show who asked; in the transaction that is open: their keys go with it, their files within the
     * next clean-up.
     *
     * @return the ids of the keys that were destroyed
     */
    public Uni<List<UUID>> forget(UUID requestId) {
        return sql.values(UUID.class, DISCARD, requestId);
    }
}
