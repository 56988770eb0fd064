package cn.minyi5.escalation.bulletin.application;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.bulletin.domain.Bulletin;
import cn.minyi5.escalation.clock.application.Blindness;
import cn.minyi5.escalation.figures.application.Departments;
import cn.minyi5.escalation.figures.domain.Period;
import cn.minyi5.messaging.OldOutbox;
import cn.minyi5.messaging.Transaction;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;

/**
 * Issues the bulletin of a month, once: numbered, its rows frozen and hashed, announced in one transaction. Whoever comes
 * second waits for the number of the year and then finds the month taken.
 */
@ApplicationScoped
public class IssueBulletin {

    private final Bulletins bulletins;
    private final FreezeRows freezeRows;
    private final FrozenRows frozenRows;
    private final Departments departments;
    private final Blindness blindness;

    IssueBulletin(
            Bulletins bulletins,
            FreezeRows freezeRows,
            FrozenRows frozenRows,
            Departments departments,
            Blindness blindness) {
        this.bulletins = bulletins;
        this.freezeRows = freezeRows;
        this.frozenRows = frozenRows;
        this.departments = departments;
        this.blindness = blindness;
    }

    /**
     * @throws Refusal {@code bulletin.month-not-begun}, {@code bulletin.already-issued}, {@code
     *     bulletin.month-not-all-seen} for a month that is over and whose end the service has not seen yet
     */
    public Uni<IssuedBulletin> handle(Transaction tx, YearMonth month) {
        var thisMonth = CountyTime.monthOf(tx.now());
        if (month.isAfter(thisMonth)) {
            throw Refusal.invalid("bulletin.month-not-begun", "month").with("value", month);
        }
        return requireSight(month, thisMonth)
                .chain(() -> begin(tx, month))
                .flatMap(begun -> freezeRows.handle(tx, begun))
                .flatMap(frozen -> withFigures(tx, frozen))
                .call(issued -> OldOutbox.append(tx, BulletinEvents.issued(issued)));
    }

    private Uni<Void> requireSight(YearMonth month, YearMonth thisMonth) {
        var needed = month.isBefore(thisMonth)
                ? blindness.seesAllBefore(Period.of(month).ends())
                : Uni.createFrom().item(true);
        return needed.invoke(seen -> {
                    if (!seen) {
                        throw Refusal.conflict("bulletin.month-not-all-seen").with("month", month);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Bulletin> begin(Transaction tx, YearMonth month) {
        var year = CountyTime.yearOf(tx.now());
        return bulletins
                .takeNumber(tx, year)
                .map(issue -> Bulletin.begin(UuidCreator.getTimeOrderedEpoch(), month, year, issue, tx.now()))
                .call(bulletin -> bulletins.begin(tx, bulletin).invoke(begun -> {
                    if (!begun) {
                        throw Refusal.conflict("bulletin.already-issued").with("month", month);
                    }
                }));
    }

    private Uni<IssuedBulletin> withFigures(Transaction tx, Bulletin bulletin) {
        return frozenRows
                .tallies(tx, bulletin.id())
                .flatMap(tallies -> departments.names().map(names -> IssuedBulletin.of(bulletin, tallies, names)));
    }
}
