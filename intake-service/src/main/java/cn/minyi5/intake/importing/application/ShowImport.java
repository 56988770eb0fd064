package cn.minyi5.intake.importing.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.importing.domain.ImportProgress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Shows how far an import has come. */
@ApplicationScoped
public class ShowImport {

    private final Imports imports;

    ShowImport(Imports imports) {
        this.imports = imports;
    }

    /** @throws Refusal {@code import.unknown} */
    public Uni<ImportProgress> handle(UUID id, DivisionCode jurisdiction) {
        return imports.progress(id, jurisdiction).map(progress -> {
            if (progress == null) {
                throw Refusal.notFound("import.unknown");
            }
            return progress;
        });
    }
}
