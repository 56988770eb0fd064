package cn.minyi5.escalation.notice.application;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.escalation.notice.domain.SupervisionNotice;
import cn.minyi5.escalation.paging.Keyset;
import cn.minyi5.escalation.sight.Sight;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All supervision notices. */
public interface Notices {

    /** Takes the next numbers of a year and returns the first; nobody else gets any until the end of the transaction. */
    Uni<Integer> takeNumbers(Transaction tx, int year, int count);

    Uni<Void> add(Transaction tx, List<SupervisionNotice> notices);

    /** By the moment of issue. */
    Uni<Listed> list(
            @Nullable Integer year, @Nullable String department, @Nullable Keyset after, int limit, Sight sight);

    /** Null when there is none for these eyes. */
    Uni<@Nullable IssuedNotice> find(UUID id, Sight sight);

    record Listed(List<IssuedNotice> notices, long total) {}

    /** A notice as it is read. */
    record IssuedNotice(
            UUID id,
            int year,
            int issue,
            UUID workOrderId,
            String workOrderNumber,
            ClockKind clock,
            int dispatchNo,
            String department,
            String gridCode,
            String categoryCode,
            Instant dueAt,
            Instant issuedAt) {}
}
