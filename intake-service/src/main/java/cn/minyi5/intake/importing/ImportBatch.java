package cn.minyi5.intake.importing;

import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Works off the next visits of an import: effect, announcements and progress in one transaction. By hand: Hibernate
 * Reactive knows no "skip locked", and a batch refers to any number of codes, which travel as arrays.
 */
@ApplicationScoped
class ImportBatch {

    /** Some hundred rows: a transaction of a few dozen milliseconds. */
    private static final int VISITS = 100;

    private static final String CLAIM =
            """
            select next_visit from history_import where id = $1 and state = 'RUNNING' for update skip locked""";

    /** The team of a grid is the first by code where several walk it, and empty where none does. */
    private static final String GRIDS =
            """
            select grid.code as grid_code, coalesce(min(team.code), '') as team_code
            from grid left join visit_team team on team.grid_code = grid.code
            where grid.code = any ($1) and starts_with(grid.code, $2)
            group by grid.code""";

    /** Those that mean the same in every place of the jurisdiction. */
    private static final String CATEGORIES =
            "select code from category where code = any ($1) and starts_with($2, division)";

    private static final String PROGRESS =
            """
            update history_import
            set accepted = accepted + $2, already_there = already_there + $3, refused = refused + $4, next_visit = $5,
                forwarded = forwarded + $7,
                state = case when $6 then 'DONE' else state end, file = case when $6 then null else file end
            where id = $1 returning forwarded""";

    private final Transactions transactions;
    private final Sql sql;
    private final PastSubmissions submissions;
    private final KnownCatalogues catalogues;
    private final EnvelopeEncryption encryption;

    ImportBatch(
            Transactions transactions,
            Sql sql,
            PastSubmissions submissions,
            KnownCatalogues catalogues,
            EnvelopeEncryption encryption) {
        this.catalogues = catalogues;
        this.transactions = transactions;
        this.sql = sql;
        this.submissions = submissions;
        this.encryption = encryption;
    }

    private record WalkedGrid(String gridCode, String teamCode) {}

    /** Whether there was something to do: not if the import is done or another copy is at it. */
    Uni<Boolean> workOff(HistoryImportRow of, List<List<SheetRow>> visits) {
        return transactions.run(now -> sql.values(Integer.class, CLAIM, of.id)
                .flatMap(nextVisit -> nextVisit.isEmpty()
                        ? Uni.createFrom().item(false)
                        : workOff(of, visits, nextVisit.get(0), now).replaceWith(true))
                .invoke(some -> {
                    if (some) {
                        transactions.logged().bySystem("importHistory", of.id.toString());
                    }
                }));
    }

    private Uni<Void> workOff(HistoryImportRow of, List<List<SheetRow>> visits, int begin, Instant now) {
        var end = Math.min(begin + VISITS, visits.size());
        var rows = visits.subList(begin, end).stream().flatMap(List::stream).toList();
        return reading(of, rows, now).flatMap(reading -> {
            var checked = reading.check(rows);
            return submissions.submit(of, checked.good(), reading.teams()).flatMap(sorted -> {
                var refused = Stream.concat(checked.refused().stream(), sorted.contradicting().stream())
                        .map(row -> RefusedHistoryRow.of(of, row, encryption))
                        .toList();
                var fresh = sorted.freshRows();
                var orders = sorted.freshOrders();
                var done = end == visits.size();
                return sql.value(
                                Integer.class,
                                PROGRESS,
                                of.id,
                                fresh,
                                sorted.alreadyThere(),
                                refused.size(),
                                end,
                                done,
                                orders)
                        .invoke(forwarded -> {
                            if (done) {
                                submissions.announceEnd(of, forwarded);
                            }
                        })
                        .chain(() -> transactions.session().insertMultiple(refused));
            });
        });
    }

    private Uni<HistoryReading> reading(HistoryImportRow of, List<SheetRow> rows, Instant now) {
        return sql.list(WalkedGrid.class, GRIDS, distinct(rows, "grid_code"), of.division)
                .flatMap(grids -> sql.values(String.class, CATEGORIES, distinct(rows, "category_code"), of.division)
                        .flatMap(categories -> catalogues
                                .of(of.division)
                                .map(known -> new HistoryReading(
                                        now,
                                        of.cutOver,
                                        grids.stream()
                                                .collect(Collectors.toMap(WalkedGrid::gridCode, WalkedGrid::teamCode)),
                                        Set.copyOf(categories),
                                        known))));
    }

    private static List<String> distinct(List<SheetRow> rows, String column) {
        return rows.stream().map(row -> row.cell(column)).distinct().toList();
    }
}
