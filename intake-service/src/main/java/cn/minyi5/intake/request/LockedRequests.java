package cn.minyi5.intake.request;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.RequestAccess.Visibility;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/**
 * Requests about which somebody says something that ends a round or all of it, within a unit of work of somebody's: first
 * the locks, until the transaction ends, then a statement that sees what was committed while it waited for them.
 */
@ApplicationScoped
public class LockedRequests {

    private final Transactions transactions;
    private final Requests requests;
    private final PersonalDataProtection protection;

    LockedRequests(Transactions transactions, Requests requests, PersonalDataProtection protection) {
        this.transactions = transactions;
        this.requests = requests;
        this.protection = protection;
    }

    /** @param personalData by which words about the citizen are struck */
    public record Locked(TrackedRequest request, PersonalData personalData) {}

    /**
     * For one who may follow it up.
     *
     * @throws Refusal {@code request.unknown}, and {@code actor.wrong-role} where it is for others to follow up
     */
    public Uni<TrackedRequest> toFollowUp(UUID id, Actor actor) {
        var access = RequestAccess.of(actor);
        return lockOrder(id)
                .chain(() -> requests.find(id))
                .map(found -> access.followedUp(found == null ? null : found.tracked()));
    }

    /**
     * For one who may see it; also of one whose order is not known yet.
     *
     * @throws Refusal {@code request.unknown}
     */
    public Uni<Locked> toWithdraw(UUID id, Actor actor) {
        var access = RequestAccess.of(actor);
        return lockOrder(id).chain(() -> requests.findLocked(id)).map(found -> {
            if (found == null || access.visibilityOf(found.tracked()) == Visibility.NOTHING) {
                throw Refusal.notFound("request.unknown");
            }
            return new Locked(
                    found.tracked(), protection.decrypt(id, found.row().personalData()));
        });
    }

    private Uni<KnownWorkOrderRow> lockOrder(UUID id) {
        return transactions
                .session()
                .createSelectionQuery("from KnownWorkOrderRow where requestId = :id", KnownWorkOrderRow.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull();
    }
}
