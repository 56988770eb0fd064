package cn.minyi5.intake.withdrawal;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.LockedRequests;
import cn.minyi5.intake.request.LockedRequests.Locked;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.intake.withdrawal.domain.Withdrawal;
import cn.minyi5.intake.withdrawal.domain.Withdrawal.Recorder;
import cn.minyi5.intake.withdrawal.domain.Withdrawal.Said;
import cn.minyi5.messaging.Extensions;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Records that a citizen withdraws, once, and tells routing, which ends the order unless it has ended before. */
@ApplicationScoped
public class Withdrawals {

    private final Transactions transactions;
    private final LockedRequests requests;
    private final Outbox outbox;

    Withdrawals(Transactions transactions, LockedRequests requests, Outbox outbox) {
        this.transactions = transactions;
        this.requests = requests;
        this.outbox = outbox;
    }

    /**
     * By who took it.
     *
     * @return what was recorded, now or before
     */
    public Uni<Withdrawal> withdraw(UUID id, Said said, Actor actor) {
        return transactions.run(now -> requests.toWithdraw(id, actor)
                .invoke(locked -> {
                    if (!locked.request().isTakenBy(actor.id())) {
                        throw Refusal.forbidden("withdrawal.not-who-took-it");
                    }
                })
                .flatMap(locked -> transactions
                        .session()
                        .get(WithdrawalRow.class, id)
                        .flatMap(before -> before == null
                                ? withdrawn(locked, said, actor, now)
                                : Uni.createFrom().item(() -> asBefore(before)))));
    }

    private Withdrawal asBefore(WithdrawalRow row) {
        transactions.logged().nothingChanged();
        return row.withdrawal;
    }

    private Uni<Withdrawal> withdrawn(Locked locked, Said said, Actor actor, Instant now) {
        var request = locked.request();
        var recorder = new Recorder(actor.id(), actor.username());
        var withdrawal = Withdrawal.of(request, said, locked.personalData()::struckFrom, recorder, now);
        return transactions
                .session()
                .insert(WithdrawalRow.of(request.id(), withdrawal))
                .invoke(() -> announce(request, withdrawal))
                .replaceWith(withdrawal);
    }

    private void announce(TrackedRequest request, Withdrawal withdrawal) {
        var told = new RequestEvent.Withdrawn(
                request.id(), withdrawal.reason(), withdrawal.username(), CountyTime.at(withdrawal.consentedAt()));
        var place = request.request().gridCode().division();
        outbox.announce(told, withdrawal.recordedAt(), null, Extensions.of(place, request.confidential()));
    }
}
