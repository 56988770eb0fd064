package cn.minyi5.intake.request;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.Requests.Found;
import cn.minyi5.intake.request.domain.Erasure;
import cn.minyi5.intake.request.domain.FreeText;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Forgets who the citizen of a request is, for a reason and against a receipt (ADR 0017). */
@ApplicationScoped
public class Erasures {

    /** By hand: of two at once the second waits and then finds the first one's receipt. */
    private static final String LOCK = "select id from request where id = $1 for no key update";

    /** By hand: an entity's tables go together, and of this one only those go that lead to a person. */
    private static final String ERASE =
            """
            with key as (delete from keys.data_key where kind = 'request' and id = $1)
            delete from particulars where request_id = $1""";

    private final Transactions transactions;
    private final Sql sql;
    private final Requests requests;
    private final PersonalDataProtection protection;
    private final PrivacyBeans.Config config;

    Erasures(
            Transactions transactions,
            Sql sql,
            Requests requests,
            PersonalDataProtection protection,
            PrivacyBeans.Config config) {
        this.transactions = transactions;
        this.sql = sql;
        this.requests = requests;
        this.protection = protection;
        this.config = config;
    }

    /** @param fingerprint keyed, over all the rest: a receipt of ours can be told from a forged one */
    public record Receipt(UUID requestId, Erasure erasure, String fingerprint) {}

    /** @return the receipt, also of an erasure before, which stays as it was */
    public Uni<Receipt> erase(UUID id, @Nullable String reason, Actor actor) {
        var checkedReason = FreeText.reason(reason, Refusal.invalid("erasure.reason-missing", "reason"));
        return transactions.run(now -> sql.rows(LOCK, id)
                .chain(() -> requests.find(id))
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
        var erased = protection.decrypt(id, found.row().personalData()).parts();
        var finalAt = now.plus(config.keyBackupsKept());
        var receipt = new Erasure(
                UuidCreator.getTimeOrderedEpoch(), actor.id(), actor.username(), reason, now, erased, finalAt);
        var row = ErasureRow.of(id, receipt, protection.fingerprint(new Receipt(id, receipt, "")));
        return sql.update(ERASE, id)
                .chain(() -> transactions.session().insert(row))
                .replaceWith(row);
    }
}
