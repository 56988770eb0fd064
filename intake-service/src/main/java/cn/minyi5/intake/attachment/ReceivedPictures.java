package cn.minyi5.intake.attachment;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.attachment.StoredPictures.Claim;
import cn.minyi5.intake.attachment.StoredPictures.StoredPicture;
import cn.minyi5.messaging.InTurn;
import cn.minyi5.privacy.Fingerprints;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Pictures that come together with their request. First all are looked at and stored, then the transaction that takes the
 * request hangs them on it; where it takes none, they are removed like an upload that came to no end.
 */
@ApplicationScoped
public class ReceivedPictures {

    private final StoredPictures pictures;
    private final Fingerprints fingerprints;

    ReceivedPictures(StoredPictures pictures, Fingerprints fingerprints) {
        this.pictures = pictures;
        this.fingerprints = fingerprints;
    }

    /** Of one request, in their order. */
    public static final class Stored {

        private final List<StoredPicture> pictures;

        private Stored(List<StoredPicture> pictures) {
            this.pictures = List.copyOf(pictures);
        }
    }

    /** @throws Refusal what a picture is refused with that is uploaded; {@code attachment.store-away} */
    public Uni<Stored> store(List<ReceivedFile> received) {
        var here = MutinyHelper.executor(Vertx.currentContext());
        return Multi.createFrom()
                .iterable(received)
                .onItem()
                .transformToUniAndConcatenate(file ->
                        pictures.store(file, fingerprints.of(file.sha256())).emitOn(here))
                .collect()
                .asList()
                .map(Stored::new);
    }

    /** In the transaction that takes the request. @param by who sent them */
    public Uni<Void> hang(Stored stored, UUID requestId, String by, String team, Instant now) {
        return InTurn.each(stored.pictures, picture -> pictures.claim(
                        picture,
                        new Claim(
                                UuidCreator.getTimeOrderedEpoch(),
                                by,
                                team,
                                requestId,
                                stored.pictures.indexOf(picture) + 1),
                        now)
                .invoke(claimed -> {
                    if (!claimed) {
                        throw new IllegalStateException("a picture of " + requestId + " took too long");
                    }
                }));
    }
}
