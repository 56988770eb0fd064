package cn.minyi5.routing.workorder;

import cn.minyi5.messaging.InTurn;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * 联系记录. Seals those that were kept before they were sealed (ADR 0017), so that an erasure reaches them too: at the
 * start, batch after batch, several copies side by side. By hand: it is about one column, and no step of an order.
 */
@ApplicationScoped
public class OldContactLogs {

    private static final Logger LOG = Logger.getLogger(OldContactLogs.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** By an index that is empty once they are sealed. */
    private static final String PLAIN =
            """
            select id, request_id, contact_log,
                exists (select from keys.erasure where erasure.id = request_id) as erased
            from work_order where contact_log not like 'sealed.v1:%'
            order by id limit 100 for update of work_order skip locked""";

    private static final String SEAL = "update work_order set contact_log = $2 where id = $1";

    private final Transactions transactions;
    private final Sql sql;
    private final CitizenPrivacy privacy;

    OldContactLogs(Transactions transactions, Sql sql, CitizenPrivacy privacy) {
        this.transactions = transactions;
        this.sql = sql;
        this.privacy = privacy;
    }

    private record Plain(UUID id, UUID requestId, String contactLog, boolean erased) {}

    void begin(@Observes StartupEvent event) {
        sealAll()
                .onFailure()
                .invoke(failure -> LOG.warnf("old contact logs are not sealed yet: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(done -> {});
    }

    /** Done when there is none left, or others are at the last of them. */
    public Uni<Void> sealAll() {
        return Multi.createBy()
                .repeating()
                .uni(this::sealSome)
                .whilst(some -> some > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> sealSome() {
        return transactions.run(now -> sql.list(Plain.class, PLAIN)
                .call(found -> InTurn.each(found, this::seal))
                .map(List::size));
    }

    private Uni<?> seal(Plain log) {
        return privacy.sealed(log.requestId(), log.contactLog(), log.erased())
                .flatMap(kept -> sql.update(SEAL, log.id(), kept));
    }
}
