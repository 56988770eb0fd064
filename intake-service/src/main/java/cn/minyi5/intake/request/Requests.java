package cn.minyi5.intake.request;

import cn.minyi5.intake.request.domain.KnownWorkOrder;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.Encrypted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests that were recorded; asked within a unit of work. */
@ApplicationScoped
public class Requests {

    private static final String FIND =
            """
            select request, known.order,
                   (select coalesce(max(followUp.key.round), 0) from FollowUpRow followUp
                    where followUp.key.requestId = request.id)
            from RequestRow request left join KnownWorkOrderRow known on known.requestId = request.id
            where request.id = :id""";

    private final Transactions transactions;

    Requests(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param personalData null where none were given or their key was deleted */
    record Found(TrackedRequest request, @Nullable Encrypted personalData) {}

    /** Null if there is none. */
    Uni<@Nullable Found> find(UUID id) {
        return transactions
                .session()
                .createSelectionQuery(FIND, Object[].class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : found(row));
    }

    /**
     * Null if there is none. Its work order, if it has one, is locked for the rest of the transaction: first the lock,
     * then a statement that sees what was committed while it waited.
     */
    public Uni<@Nullable TrackedRequest> locked(UUID id) {
        return transactions
                .session()
                .createSelectionQuery("from KnownWorkOrderRow where requestId = :id", KnownWorkOrderRow.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .chain(() -> find(id))
                .map(found -> found == null ? null : found.request());
    }

    private static Found found(Object[] columns) {
        var row = (RequestRow) columns[0];
        var order = (KnownWorkOrder) columns[1];
        return new Found(new TrackedRequest(row.id, row.request, order, (Integer) columns[2]), row.personalData());
    }
}
