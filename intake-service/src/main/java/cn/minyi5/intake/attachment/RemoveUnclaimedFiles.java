package cn.minyi5.intake.attachment;

import cn.minyi5.messaging.InTurn;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Removes what nobody can need any more: pictures that were never submitted, and the files of those that were forgotten or
 * whose upload never came to its end. First the row goes, then the file: a row without a file would be a picture that
 * cannot be shown, a file without a row is on the list until it is gone. Several copies share the list.
 */
@ApplicationScoped
class RemoveUnclaimedFiles {

    /** By hand: as for those that are forgotten. A submission that is under way keeps its pictures. */
    private static final String LET_GO =
            """
            with gone as (
                delete from attachment
                where request_id is null and visit_id is null
                  and uploaded_at < now() - make_interval(secs => $1)
                returning file
            ), keys as (
                delete from keys.data_key where kind = 'attachment' and id in (select file from gone)
            )
            insert into unclaimed_file (id, remove_after) select file, now() from gone""";

    /** By hand: HQL cannot skip what another copy has locked. */
    private static final String TAKE =
            """
            update unclaimed_file set taken_until = now() + make_interval(secs => $1)
            where id in (
                select id from unclaimed_file
                where remove_after <= now() and (taken_until is null or taken_until <= now())
                order by remove_after limit 100 for update skip locked)
            returning id""";

    private static final String REMOVED = "delete from unclaimed_file where id = any ($1)";

    private final Transactions transactions;
    private final Sql sql;
    private final PictureFiles files;
    private final AttachmentsConfig config;

    RemoveUnclaimedFiles(Transactions transactions, Sql sql, PictureFiles files, AttachmentsConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.files = files;
        this.config = config;
    }

    @Scheduled(
            every = "${minyi5.attachments.clean-up}",
            delayed = "${minyi5.attachments.clean-up}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> removeAll() {
        return transactions
                .read(() -> sql.update(LET_GO, seconds(config.keptUnsubmitted())))
                .chain(this::removeFiles);
    }

    private Uni<Void> removeFiles() {
        return transactions
                .read(() -> sql.values(UUID.class, TAKE, seconds(config.lease())))
                .flatMap(taken -> taken.isEmpty() ? Uni.createFrom().voidItem() : remove(taken));
    }

    private Uni<Void> remove(List<UUID> taken) {
        return InTurn.each(taken, files::delete)
                .chain(() -> transactions.read(() -> sql.update(REMOVED, taken)))
                .chain(this::removeFiles);
    }

    private static double seconds(Duration time) {
        return time.toSeconds();
    }
}
