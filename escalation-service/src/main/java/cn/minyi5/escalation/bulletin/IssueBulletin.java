package cn.minyi5.escalation.bulletin;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.BulletinEvent.RowsFrozen;
import cn.minyi5.contracts.RowsHash;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.clock.Blindness;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;

/**
 * Issues the bulletin of a month, once: numbered, its rows frozen and hashed, announced in one transaction. Whoever comes
 * second waits for the number of the year and then finds the month taken.
 */
@ApplicationScoped
public class IssueBulletin {

    /** As the contract has it: keeps an event well below what Kafka takes. */
    private static final int PAGE = 500;

    private final Idempotency idempotency;
    private final Bulletins bulletins;
    private final FrozenRows frozenRows;
    private final Blindness blindness;
    private final Outbox outbox;

    IssueBulletin(
            Idempotency idempotency, Bulletins bulletins, FrozenRows frozenRows, Blindness blindness, Outbox outbox) {
        this.idempotency = idempotency;
        this.bulletins = bulletins;
        this.frozenRows = frozenRows;
        this.blindness = blindness;
        this.outbox = outbox;
    }

    public Uni<IssuedBulletin> handle(Command command, YearMonth month) {
        if (!AccessScope.isCounty(command.actor())) {
            throw Refusal.forbidden("bulletin.county-only");
        }
        return idempotency.once(command, IssuedBulletin.class, now -> issue(month, now));
    }

    /** In the transaction that is open. */
    Uni<IssuedBulletin> issue(YearMonth month, Instant now) {
        var thisMonth = CountyTime.monthOf(now);
        if (month.isAfter(thisMonth)) {
            throw Refusal.invalid("bulletin.month-not-begun", "month").with("value", month);
        }
        var period = new MonthRange(month, month);
        var seen = month.isBefore(thisMonth)
                ? blindness.seesAllBefore(period.end())
                : Uni.createFrom().item(true);
        return seen.flatMap(all -> {
                    if (!all) {
                        throw Refusal.conflict("bulletin.month-not-all-seen").with("month", month);
                    }
                    return bulletins.begin(month, now);
                })
                .flatMap(begun -> freeze(begun, period))
                .invoke(issued -> outbox.announce(issued.event()));
    }

    /** Freezes the rows behind the figures, takes their hash and announces them, page by page. */
    private Uni<IssuedBulletin> freeze(BulletinRow begun, MonthRange period) {
        var hash = new RowsHash();
        return frozenRows
                .freeze(begun.id, period)
                .call(rows -> Multi.createFrom()
                        .range(0, (rows + PAGE - 1) / PAGE)
                        .onItem()
                        .transformToUniAndConcatenate(page -> frozenRows
                                .page(begun.id, page * PAGE, PAGE)
                                .invoke(found -> found.forEach(hash::add))
                                .invoke(found -> outbox.announce(new RowsFrozen(begun.id, page, found))))
                        .collect()
                        .last())
                .flatMap(rows -> bulletins.complete(begun, rows, hash.hex()));
    }
}
