package cn.minyi5.intake.request;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.Requests.Found;
import cn.minyi5.intake.request.domain.Erasure;
import cn.minyi5.intake.request.domain.FreeText;
import cn.minyi5.messaging.InTurn;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Transactions;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Forgets who the citizen of a request is, for a reason and against a receipt (ADR 0017). */
@ApplicationScoped
public class Erasures {

    private final Transactions transactions;
    private final Outbox outbox;
    private final Requests requests;
    private final PersonalDataProtection protection;
    private final PrivacyBeans.Config config;

    Erasures(
            Transactions transactions,
            Outbox outbox,
            Requests requests,
            PersonalDataProtection protection,
            PrivacyBeans.Config config) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.requests = requests;
        this.protection = protection;
        this.config = config;
    }

    /** @param fingerprint keyed, over all the rest: a receipt of ours can be told from a forged one */
    public record Receipt(UUID requestId, Erasure erasure, String fingerprint) {}

    /** @return the receipt, also of an erasure before, which stays as it was */
    public Uni<Receipt> erase(UUID id, @Nullable String reason, Actor actor) {
        var checkedReason = FreeText.reason(reason, Refusal.invalid("erasure.reason-missing", "reason"));
        return transactions.run(now -> requests.findLocked(id)
                .invoke(found -> refuseUnlessOwn(found, actor))
                .flatMap(found -> transactions
                        .session()
                        .get(ErasureRow.class, id)
                        .onItem()
                        .ifNull()
                        .switchTo(() -> eraseNow(found, checkedReason, actor, now)))
                .map(row -> new Receipt(id, row.receipt, row.fingerprint)));
    }

    /** Of a complaint about officials a township's administrator learns not even that it is there (DOMAIN §7). */
    private static void refuseUnlessOwn(@Nullable Found found, Actor actor) {
        if (found == null
                || !actor.maySee(found.row().request.gridCode())
                || found.tracked().confidential() && !AccessScope.isCounty(actor)) {
            throw Refusal.notFound("request.unknown");
        }
    }

    private Uni<ErasureRow> eraseNow(Found found, String reason, Actor actor, Instant now) {
        var id = found.row().id;
        var personalData = protection.decrypt(id, found.row().personalData());
        var finalAt = now.plus(config.keyBackupsKept());
        var receipt = new Erasure(
                UuidCreator.getTimeOrderedEpoch(),
                actor.id(),
                actor.username(),
                personalData.struckFrom(reason),
                now,
                personalData.parts(),
                finalAt);
        var row = ErasureRow.of(id, receipt, protection.fingerprint(new Receipt(id, receipt, "")));
        return requests.erase(id)
                .chain(pictures ->
                        InTurn.each(pictures, key -> transactions.session().insert(pictureReceipt(key, receipt))))
                .chain(() -> transactions.session().insert(row))
                .invoke(() -> outbox.announce(new RequestEvent.Erased(id)))
                .replaceWith(row);
    }

    /** Beside each key that was destroyed stands why: no backup of keys brings it back. */
    private ErasureRow pictureReceipt(UUID key, Erasure of) {
        var receipt = new Erasure(
                UuidCreator.getTimeOrderedEpoch(),
                of.erasedBy(),
                of.username(),
                of.reason(),
                of.erasedAt(),
                List.of("attachment"),
                of.finalAt());
        return ErasureRow.of(key, receipt, protection.fingerprint(new Receipt(key, receipt, "")));
    }
}
