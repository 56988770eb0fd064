package cn.minyi5.intake.attachment;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.attachment.StoredPictures.Claim;
import cn.minyi5.intake.attachment.StoredPictures.StoredPicture;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.Fingerprints;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Takes a picture under the id that the phone gave it, once. */
@ApplicationScoped
public class UploadAttachment {

    private static final long MEGABYTE = 1024L * 1024;

    /** By hand, like the next: who uploads much at once has it counted one after the other. */
    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(hashtextextended($1, 29))";

    private static final String WAITING =
            """
            select count(*) as pictures, coalesce(sum(bytes), 0) as bytes from attachment
            where uploaded_by = $1 and request_id is null and visit_id is null""";

    private final Transactions transactions;
    private final Sql sql;
    private final StoredPictures pictures;
    private final Fingerprints fingerprints;
    private final AttachmentsConfig config;

    UploadAttachment(
            Transactions transactions,
            Sql sql,
            StoredPictures pictures,
            Fingerprints fingerprints,
            AttachmentsConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.pictures = pictures;
        this.fingerprints = fingerprints;
        this.config = config;
    }

    /** @param isNew false where the same was there before */
    public record Uploaded(AttachmentView attachment, boolean isNew) {}

    /** What somebody has uploaded that hangs on nothing yet. */
    private record Waiting(long pictures, long bytes) {}

    private record Upload(UUID id, Actor actor, String team, String fingerprint) {}

    /**
     * @throws Refusal what {@link Picture#of} refuses; {@code attachment.differs} where the id is another picture's or
     *     somebody else's; {@code attachment.too-many-waiting}; {@code attachment.store-away}
     */
    public Uni<Uploaded> upload(UUID id, ReceivedFile received, Actor actor) {
        var team = actor.team();
        if (team == null) {
            throw Refusal.forbidden("actor.without-team");
        }
        // Who calls is known here alone, and what they change is logged as theirs.
        var here = MutinyHelper.executor(Vertx.currentContext());
        var upload = new Upload(id, actor, team, fingerprints.of(received.sha256()));
        return prior(upload).onItem().ifNull().switchTo(() -> pictures.store(received, upload.fingerprint())
                .emitOn(here)
                .flatMap(stored -> claim(upload, stored))
                .flatMap(claimed -> uploaded(upload, claimed)));
    }

    private Uni<Uploaded> uploaded(Upload upload, boolean isNew) {
        return prior(upload)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("the upload of " + upload.id() + " took too long"))
                .map(found -> new Uploaded(found.attachment(), isNew));
    }

    /** Null if there is none of the id. */
    private Uni<Uploaded> prior(Upload upload) {
        return transactions
                .read(() -> transactions.session().get(AttachmentRow.class, upload.id()))
                .onItem()
                .ifNotNull()
                .transform(row -> {
                    if (!row.attachment.isSameAs(upload.actor().id(), upload.fingerprint())) {
                        throw Refusal.conflict("attachment.differs");
                    }
                    return new Uploaded(AttachmentView.of(row), false);
                });
    }

    private Uni<Boolean> claim(Upload upload, StoredPicture stored) {
        return transactions.run(now -> sql.rows(ONE_BY_ONE, upload.actor().id())
                .chain(() -> sql.first(Waiting.class, WAITING, upload.actor().id()))
                .invoke(waiting -> refuseBeyondBounds(waiting, stored.bytes()))
                .chain(() -> pictures.claim(
                        stored, new Claim(upload.id(), upload.actor().id(), upload.team(), null, null), now))
                .invoke(claimed -> log(claimed, stored.sha256())));
    }

    private void refuseBeyondBounds(Waiting waiting, int more) {
        var most = config.mostUnsubmittedBytes().asLongValue();
        if (waiting.pictures() >= config.mostUnsubmitted() || waiting.bytes() + more > most) {
            throw Refusal.conflict("attachment.too-many-waiting")
                    .with("most", config.mostUnsubmitted())
                    .with("mostMegabytes", most / MEGABYTE)
                    .with("days", config.keptUnsubmitted().toDays());
        }
    }

    private void log(boolean claimed, String sha256) {
        if (claimed) {
            transactions.logged().content(sha256.getBytes(StandardCharsets.UTF_8));
        } else {
            transactions.logged().nothingChanged();
        }
    }
}
