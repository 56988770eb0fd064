package cn.minyi5.escalation.bulletin;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * On the first of a month, from 08:00 in Asia/Shanghai, has last month's bulletin issued: looked for every minute of the
 * day, so that a restart or a late event only delays it. Copies do not double it, for a month has one bulletin.
 */
@ApplicationScoped
class BulletinSchedule {

    private static final Logger LOG = Logger.getLogger(BulletinSchedule.class);

    private final Transactions transactions;
    private final Bulletins bulletins;
    private final IssueBulletin issueBulletin;

    BulletinSchedule(Transactions transactions, Bulletins bulletins, IssueBulletin issueBulletin) {
        this.transactions = transactions;
        this.bulletins = bulletins;
        this.issueBulletin = issueBulletin;
    }

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
                        : issueBulletin
                                .issue(month, now)
                                .invoke(bulletin -> LOG.infof("bulletin of %s issued on schedule", month))
                                .replaceWithVoid());
    }
}
