package cn.minyi5.intake.attachment;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Stores pictures before they belong to anything. That a file may be there is written down first, then comes the file, then
 * the row that makes an attachment of it: so there is no row without its file, and no file that nobody knows of, wherever it
 * ends in between.
 */
@ApplicationScoped
class StoredPictures {

    /** By hand: commits by itself, and the moment is the database's. */
    private static final String EXPECT =
            "insert into unclaimed_file (id, remove_after) values ($1, now() + make_interval(secs => $2))";

    /** By hand: all of it, or nothing where the id is taken already or the file was given up meanwhile. */
    private static final String CLAIM =
            """
            with attached as (
                insert into attachment (id, uploaded_by, team_code, file, fingerprint, bytes, width, height, sha256,
                                        uploaded_at, request_id, position)
                select $1, $2, $3, id, $5, $6, $7, $8, $9, $10, $12, $13 from unclaimed_file
                where id = $4 and remove_after > clock_timestamp()
                for update
                on conflict (id) do nothing returning file
            ), claimed as (
                delete from unclaimed_file where id in (select file from attached)
            )
            insert into keys.data_key (id, kind, wrapped_key) select file, 'attachment', $11 from attached""";

    private final Transactions transactions;
    private final Sql sql;
    private final PictureFiles files;
    private final AttachmentsConfig config;

    StoredPictures(Transactions transactions, Sql sql, PictureFiles files, AttachmentsConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.files = files;
        this.config = config;
    }

    /** One that lies in the store, and is removed unless it is claimed. @param fingerprint over what was sent */
    record StoredPicture(UUID file, String fingerprint, Picture picture, byte[] wrappedKey) {

        int bytes() {
            return picture.jpeg().length;
        }

        String sha256() {
            return DigestUtils.sha256Hex(picture.jpeg());
        }
    }

    /**
     * What becomes of it.
     *
     * @param id of the attachment
     * @param requestId on which it hangs from the beginning; null: it waits to be submitted
     * @param position among those of the request
     */
    record Claim(UUID id, String by, String team, @Nullable UUID requestId, @Nullable Integer position) {}

    /** @throws Refusal what {@link Picture#of} refuses; {@code attachment.store-away} */
    Uni<StoredPicture> store(ReceivedFile received, String fingerprint) {
        var here = MutinyHelper.executor(Vertx.currentContext());
        var file = UuidCreator.getTimeOrderedEpoch();
        return files.look(received).emitOn(here).call(() -> expect(file)).flatMap(picture -> files.put(file, picture)
                .map(key -> new StoredPicture(file, fingerprint, picture, key)));
    }

    private Uni<Void> expect(UUID file) {
        var seconds = (double) config.longestUpload().toSeconds();
        return transactions.read(() -> sql.update(EXPECT, file, seconds)).replaceWithVoid();
    }

    /** In the transaction that is open. @return false where the id is another's, or it took too long */
    Uni<Boolean> claim(StoredPicture stored, Claim claim, Instant now) {
        return sql.update(
                        CLAIM,
                        claim.id(),
                        claim.by(),
                        claim.team(),
                        stored.file(),
                        stored.fingerprint(),
                        stored.bytes(),
                        stored.picture().width(),
                        stored.picture().height(),
                        stored.sha256(),
                        now,
                        stored.wrappedKey(),
                        claim.requestId(),
                        claim.position())
                .map(claimed -> claimed == 1);
    }
}
