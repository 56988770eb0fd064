package cn.minyi5.notification.document.application;

import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Papers that are to be written, and those that are. */
public interface Documents {

    Uni<Void> commission(Transaction tx, Commission commission);

    /** Takes one that is due, so that no other copy does until the lease is over. */
    Uni<Optional<Commission>> take(Transaction tx, Duration lease);

    /** @return false if another copy was faster: what is written is not written over */
    Uni<Boolean> keep(Transaction tx, UUID id, PaperFile docx, PaperFile xlsx);

    /** Latest first. @param month all if null; @param after the last id of the page before */
    Uni<List<Document>> page(@Nullable YearMonth month, @Nullable UUID after, int limit);

    Uni<Long> count(@Nullable YearMonth month);

    Uni<Optional<Document>> find(UUID id);

    /** Empty if there is no such paper, or not yet. */
    Uni<Optional<PaperFile>> docx(UUID id);

    /** Empty if there is no such paper, or not yet. */
    Uni<Optional<PaperFile>> xlsx(UUID id);
}
