package cn.minyi5.contracts;

import java.time.OffsetDateTime;
import java.util.UUID;

/** 历史导入. What happens to an import of history. */
@Event.Topic("intake.imports")
public sealed interface ImportEvent extends Event {
    UUID importId();

    @Override
    default String subject() {
        return importId().toString();
    }

    /**
     * All its rows are worked off. What {@code forwarded} requests of it became tells the past until {@code cutOver};
     * {@code division} is the jurisdiction of who brought it.
     */
    @Type("import.finished.v1")
    record Finished(UUID importId, String division, OffsetDateTime cutOver, int forwarded) implements ImportEvent {}
}
