package cn.minyi5.intake.duplicate;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.duplicate.domain.DuplicateLink;
import cn.minyi5.intake.request.OpenRequests;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Links a request to the one that it repeats, and takes that back. The last word counts; what repeats the duplicate
 * repeats the original from then on, so that a link never leads to another.
 */
@ApplicationScoped
public class DuplicateLinks {

    /** By hand: one link after the other over all copies, for two at once could make a circle. */
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext('links of duplicates'))";

    private static final String ORIGINAL =
            "select coalesce((select original_id from duplicate_request where request_id = $1), $1)";

    /** By hand, like the next: several rows by another column than their id. */
    private static final String LEAD_ON = "update duplicate_request set original_id = $2 where original_id = $1";

    private static final String UNLINK = "delete from duplicate_request where request_id = $1";

    private final Transactions transactions;
    private final Sql sql;
    private final OpenRequests requests;

    DuplicateLinks(Transactions transactions, Sql sql, OpenRequests requests) {
        this.transactions = transactions;
        this.sql = sql;
        this.requests = requests;
    }

    /**
     * @param named which may be a duplicate itself
     * @throws Refusal {@code request.unknown}, {@code duplicate.confidential}, {@code duplicate.not-open}, {@code
     *     duplicate.of-itself}
     */
    public Uni<DuplicateLink> link(UUID id, UUID named, Actor actor) {
        return transactions.run(now -> sql.rows(LOCK)
                .chain(() -> requests.seen(id, actor))
                .flatMap(duplicate -> requests.seen(named, actor)
                        .onFailure(Refusal.class)
                        .transform(refused -> refused.at("requestId"))
                        .flatMap(original -> sql.value(UUID.class, ORIGINAL, named)
                                .map(originalId -> DuplicateLink.of(duplicate, original, originalId, actor.id(), now))))
                .call(link -> transactions.session().upsert(DuplicateRow.of(id, link)))
                .call(link -> sql.update(LEAD_ON, id, link.originalId())));
    }

    /** The requests that repeat it, as far as they are for the actor's eyes. */
    public Uni<List<TrackedRequest>> of(UUID id, Actor actor) {
        return transactions.read(() -> requests.seen(id, actor).chain(() -> requests.repeating(id, actor)));
    }

    /** What is linked no longer, or never was, stays so. */
    public Uni<Void> unlink(UUID id, Actor actor) {
        return transactions.run(now -> sql.rows(LOCK)
                .chain(() -> requests.seen(id, actor))
                .chain(() -> sql.update(UNLINK, id))
                .invoke(gone -> {
                    if (gone == 0) {
                        transactions.logged().nothingChanged();
                    }
                })
                .replaceWithVoid());
    }
}
