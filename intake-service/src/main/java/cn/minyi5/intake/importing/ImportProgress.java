package cn.minyi5.intake.importing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** 历史导入. How far an import has come; {@code accepted}, {@code refused} and {@code alreadyThere} sum up to what was read. */
@Embeddable
public record ImportProgress(
        UUID id,
        String source,
        @Enumerated(EnumType.STRING) State state,
        int rows,
        int accepted,
        int refused,
        int alreadyThere) {

    public enum State {
        RUNNING,
        DONE
    }
}
