package cn.minyi5.escalation.bulletin;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.clock.Blindness;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import org.jboss.logging.Logger;

/**
 * Issues the bulletin of a month, once: numbered, its rows frozen and hashed, announced in one transaction. Whoever comes
 * second waits for the number of the year and then finds the month taken.
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
        return idempotency.once(command, IssuedBulletin.class, now -> issue(month, now));
    }

    /**
     * On the first of a month, from 08:00 in Asia/Shanghai: looked for every minute of the day, so that a restart or a
     * late event only delays it. Copies do not double it, for a month has one bulletin.
     */
    @Scheduled(
            identity = "last-months-bulletin",
            cron = "0 * 8-23 1 * ?",
            timeZone = "Asia/Shanghai",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> issueLastMonths() {
        return transactions.run(this::issueUnlessThere).onFailure(Refusal.class).recoverWithUni(refusal -> {
            LOG.infof("last month's bulletin not issued: %s", refusal.getMessage());
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> issueUnlessThere(Instant now) {
        var month = CountyTime.monthOf(now).minusMonths(1);
        return bulletins
                .isIssued(month)
                .flatMap(issued -> issued
                        ? Uni.createFrom().voidItem()
                        : issue(month, now)
                                .invoke(bulletin -> LOG.infof("bulletin of %s issued on schedule", month))
                                .replaceWithVoid());
    }

    private Uni<IssuedBulletin> issue(YearMonth month, Instant now) {
        var thisMonth = CountyTime.monthOf(now);
        if (month.isAfter(thisMonth)) {
            throw Refusal.invalid("bulletin.month-not-begun", "month").with("value", month);
        }
        var seen = month.isBefore(thisMonth)
                ? blindness.seesAllBefore(new MonthRange(month, month).end())
                : Uni.createFrom().item(true);
        return seen.flatMap(all -> {
                    if (!all) {
                        throw Refusal.conflict("bulletin.month-not-all-seen").with("month", month);
                    }
                    return bulletins.issue(month, now);
                })
                .invoke(issued -> outbox.announce(issued.event()));
    }
}
