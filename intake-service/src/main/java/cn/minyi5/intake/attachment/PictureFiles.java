package cn.minyi5.intake.attachment;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.attachment.domain.Attachment;
import cn.minyi5.privacy.Encrypted;
import cn.minyi5.privacy.EnvelopeEncryption;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.FileNotFoundException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Pictures and the store: makes of what was sent what is kept, a few at once; puts it there encrypted, and brings it back.
 * A picture and its thumbnail are under one key and go together.
 */
@ApplicationScoped
class PictureFiles {

    /** Which of the two files of an attachment. */
    enum Size {
        FULL(""),
        THUMBNAIL(".thumbnail");

        private final String ending;

        Size(String ending) {
            this.ending = ending;
        }

        private String name(UUID file) {
            return file + ending;
        }
    }

    private static final Logger LOG = Logger.getLogger(PictureFiles.class);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final AttachmentStore store;
    private final EnvelopeEncryption encryption;
    private final AttachmentsConfig config;
    private final ExecutorService workers;

    PictureFiles(AttachmentStore store, EnvelopeEncryption encryption, AttachmentsConfig config) {
        this.store = store;
        this.encryption = encryption;
        this.config = config;
        this.workers = Executors.newFixedThreadPool(config.atOnce(), task -> new Thread(task, "pictures"));
    }

    void end(@Observes ShutdownEvent event) {
        workers.shutdown();
    }

    /** Whoever comes when as many as may are looked at waits. Refused as {@link Picture#of} refuses. */
    Uni<Picture> look(ReceivedFile received) {
        return Uni.createFrom()
                .item(() -> Picture.of(received.read(), config.mostPixels()))
                .runSubscriptionOn(workers);
    }

    /**
     * @return the key that opens them, wrapped
     * @throws Refusal {@code attachment.store-away}: nothing of it counts
     */
    Uni<byte[]> put(UUID file, Picture picture) {
        var about = AttachmentKeyRow.about(file);
        return work(() -> encryption.encrypt(picture.jpeg(), about))
                .call(full -> store(Size.FULL.name(file), full.content()))
                .map(Encrypted::wrappedKey)
                .call(key -> work(() -> encryption.encryptUnder(key, picture.thumbnail(), about))
                        .flatMap(small -> store(Size.THUMBNAIL.name(file), small)));
    }

    private Uni<Void> store(String name, byte[] content) {
        return store.put(name, content)
                .onFailure()
                .transform(failure -> logged(failure, Refusal.away("attachment.store-away", TRY_AGAIN)));
    }

    /** @throws Refusal {@code attachment.kept-but-away} */
    Uni<byte[]> get(Attachment attachment, byte[] wrappedKey, Size size) {
        var file = attachment.file();
        return store.get(size.name(file))
                .onItem()
                .ifNull()
                .failWith(() -> new FileNotFoundException("without " + size.name(file) + " it is not the store it was"))
                .onFailure()
                .transform(failure -> logged(failure, Refusal.away("attachment.kept-but-away", TRY_AGAIN)))
                .flatMap(content -> work(
                        () -> encryption.decrypt(new Encrypted(wrappedKey, content), AttachmentKeyRow.about(file))));
    }

    Uni<Void> delete(UUID file) {
        return store.delete(Size.THUMBNAIL.name(file)).chain(() -> store.delete(Size.FULL.name(file)));
    }

    /** No row is without its file (ADR 0029): a store that does not have it is another one, such as a disk not mounted. */
    private static Refusal logged(Throwable failure, Refusal said) {
        LOG.error("the store of pictures does not answer as it should", failure);
        return said;
    }

    private static <T> Uni<T> work(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
