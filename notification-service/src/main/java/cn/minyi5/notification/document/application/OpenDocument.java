package cn.minyi5.notification.document.application;

import cn.minyi5.contracts.language.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Opens one file of a paper. */
@ApplicationScoped
public class OpenDocument {

    /** A file and the paper it belongs to. */
    public record Opened(Document document, PaperFile file) {}

    private final Documents documents;

    OpenDocument(Documents documents) {
        this.documents = documents;
    }

    /** Fails with the refusals {@code document.unknown}, {@code document.not-written-yet}. */
    public Uni<Opened> docx(UUID id) {
        return open(id, documents::docx);
    }

    /** Fails with the refusals {@code document.unknown}, {@code document.not-written-yet}. */
    public Uni<Opened> xlsx(UUID id) {
        return open(id, documents::xlsx);
    }

    private Uni<Opened> open(UUID id, Function<UUID, Uni<Optional<PaperFile>>> files) {
        return documents.find(id).flatMap(found -> {
            var document = found.orElseThrow(() -> Refusal.notFound("document.unknown"));
            return files.apply(id)
                    .map(file ->
                            new Opened(document, file.orElseThrow(() -> Refusal.conflict("document.not-written-yet"))));
        });
    }
}
