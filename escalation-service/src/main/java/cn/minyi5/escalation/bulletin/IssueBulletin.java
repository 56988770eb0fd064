package cn.minyi5.escalation.bulletin;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.bulletin.Bulletins.Live;
import cn.minyi5.escalation.clock.Blindness;
import cn.minyi5.messaging.InTurn;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Issues the bulletin of a division's month, once: numbered, its rows frozen and hashed, announced in one transaction.
 * Whoever comes second waits for the number of the division and then finds the month taken.
 */
@ApplicationScoped
public class IssueBulletin {

    private static final Logger LOG = Logger.getLogger(IssueBulletin.class);

    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Bulletins bulletins;
    private final Blindness blindness;
    private final Outbox outbox;

    IssueBulletin(
            Transactions transactions,
            Idempotency idempotency,
            Bulletins bulletins,
            Blindness blindness,
            Outbox outbox) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.bulletins = bulletins;
        this.blindness = blindness;
        this.outbox = outbox;
    }

    public Uni<IssuedBulletin> handle(Command command, YearMonth month) {
        if (!AccessScope.isCounty(command.actor())) {
            throw Refusal.forbidden("bulletin.county-only");
        }
        return idempotency.once(
                command, IssuedBulletin.class, now -> issue(command.actor().division(), month, now));
    }

    /**
     * Every day from 08:00 in Asia/Shanghai the oldest month that a county has lived through and not reported on: what
     * keeps one back, such as an event that is late, only delays it. Copies do not double it, for a month has one
     * bulletin. History before a county went live is its own business.
     */
    @Scheduled(
            identity = "monthly-bulletins",
            cron = "0 * 8-23 * * ?",
            timeZone = "Asia/Shanghai",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> issueOldest() {
        return transactions
                .read(bulletins::live)
                .flatMap(counties -> InTurn.each(counties, county -> transactions
                        .run(now -> oldestOf(county, now))
                        .onFailure(Refusal.class)
                        .recoverWithUni(refusal -> {
                            LOG.infof("no bulletin of %s yet: %s", county.division(), refusal.getMessage());
                            return Uni.createFrom().voidItem();
                        })));
    }

    private Uni<Void> oldestOf(Live county, Instant now) {
        var division = new DivisionCode(county.division());
        return bulletins.issuedMonths(division).flatMap(issued -> Stream.iterate(
                        CountyTime.monthOf(county.since()),
                        month -> month.isBefore(CountyTime.monthOf(now)),
                        month -> month.plusMonths(1))
                .filter(month -> !issued.contains(month.toString()))
                .findFirst()
                .map(month -> issue(division, month, now)
                        .invoke(bulletin -> LOG.infof("%s of %s issued on schedule", month, division.value()))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Nothing is frozen before its month is over, all of it has been seen, and no event of it is set aside. */
    private Uni<IssuedBulletin> issue(DivisionCode division, YearMonth month, Instant now) {
        var thisMonth = CountyTime.monthOf(now);
        if (month.isAfter(thisMonth)) {
            throw Refusal.invalid("bulletin.month-not-begun", "month").with("value", month);
        }
        if (month.equals(thisMonth)) {
            throw Refusal.conflict("bulletin.month-not-over").with("month", month);
        }
        var period = new MonthRange(month, month);
        return blindness
                .seesAllBefore(period.end())
                .invoke(all -> {
                    if (!all) {
                        throw Refusal.conflict("bulletin.month-not-all-seen").with("month", month);
                    }
                })
                .chain(() -> blindness.unsettledOf(division, period))
                .invoke(open -> {
                    if (open > 0) {
                        throw Refusal.conflict("bulletin.dead-letters-open")
                                .with("month", month)
                                .with("open", open);
                    }
                })
                .chain(() -> bulletins.issue(division, month, now))
                .invoke(issued -> {
                    transactions.logged().bySystem("issueBulletin", null);
                    transactions.logged().to(issued.bulletin().id());
                    outbox.announce(issued.event());
                });
    }
}
