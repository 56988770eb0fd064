package cn.minyi5.intake.request.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.intake.request.domain.RecordedRequest;
import cn.minyi5.intake.request.domain.RequestCounts;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.privacy.Sealed;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests that were recorded. */
public interface Requests {

    /** A request; particulars are absent where none were given or their key was deleted. */
    record Found(RecordedRequest request, @Nullable Sealed particulars) {}

    /** Null if there is none. */
    Uni<@Nullable Found> find(UUID id);

    /** Null if there is none. Its work order, if it has one, is locked for the rest of the transaction. */
    Uni<@Nullable RecordedRequest> lock(Transaction tx, UUID id);

    /** Of one team, or of all where it is null. */
    Uni<RequestCounts> count(MonthRange months, DivisionCode jurisdiction, @Nullable String team);

    Uni<Void> logDisclosure(Transaction tx, ContactDisclosure disclosure);
}
