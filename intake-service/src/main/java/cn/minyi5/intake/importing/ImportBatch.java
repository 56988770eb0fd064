package cn.minyi5.intake.importing;

import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.RefusedRow;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** The team of a grid is the first by code where several walk it. */
    private static final String GRIDS =
            """
            select grid.code as grid_code, min(team.code) as team_code
            from grid left join visit_team team on team.grid_code = grid.code
            where grid.code = any ($1) and starts_with(grid.code, $2)
            group by grid.code""";

    private static final String CATEGORIES = "select code from category where code = any ($1)";

    private static final String PROGRESS =
            """
            update history_import
            set accepted = accepted + $2, already_there = already_there + $3, refused = refused + $4, next_visit = $5
            where id = $1""";

    private static final String DONE = "update history_import set state = 'DONE', file = null where id = $1";

    private final Transactions transactions;
    private final Sql sql;
    private final PastSubmissions submissions;
    private final RefusedRows refusedRows;

    ImportBatch(Transactions transactions, Sql sql, PastSubmissions submissions, RefusedRows refusedRows) {
        this.transactions = transactions;
        this.sql = sql;
        this.submissions = submissions;
        this.refusedRows = refusedRows;
    }

    private record WalkedGrid(String gridCode, @Nullable String teamCode) {}

    /** Whether there was something to do: not if the import is done or another copy is at it. */
    Uni<Boolean> workOff(HistoryImportRow of, List<List<SheetRow>> visits) {
        return transactions.run(now -> sql.values(Integer.class, CLAIM, of.id)
                .flatMap(nextVisit -> nextVisit.isEmpty()
                        ? Uni.createFrom().item(false)
                        : workOff(of, visits, nextVisit.get(0), now).replaceWith(true)));
    }

    private Uni<Void> workOff(HistoryImportRow of, List<List<SheetRow>> visits, int begin, Instant now) {
        var end = Math.min(begin + VISITS, visits.size());
        var rows = visits.subList(begin, end).stream().flatMap(List::stream).toList();
        return reading(of, rows, now).flatMap(reading -> {
            var checked = reading.check(rows);
            return submissions
                    .submit(of.progress.source(), checked.good(), reading.teams())
                    .flatMap(sorted -> keepProgress(of, checked.refused(), sorted, end))
                    .chain(() -> end < visits.size() ? Uni.createFrom().voidItem() : finish(of));
        });
    }

    private Uni<HistoryReading> reading(HistoryImportRow of, List<SheetRow> rows, Instant now) {
        return sql.list(WalkedGrid.class, GRIDS, distinct(rows, "grid_code"), of.division)
                .flatMap(grids -> sql.values(String.class, CATEGORIES, distinct(rows, "category_code"))
                        .map(categories -> new HistoryReading(
                                now,
                                grids.stream().map(WalkedGrid::gridCode).collect(Collectors.toSet()),
                                grids.stream()
                                        .filter(grid -> grid.teamCode() != null)
                                        .collect(Collectors.toMap(WalkedGrid::gridCode, WalkedGrid::teamCode)),
                                Set.copyOf(categories))));
    }

    private Uni<Void> keepProgress(
            HistoryImportRow of, List<RefusedRow> unreadable, PastSubmissions.Sorted sorted, int end) {
        var refused = Stream.concat(unreadable.stream(), sorted.contradicting().stream())
                .toList();
        return sql.update(PROGRESS, of.id, sorted.fresh().size(), sorted.alreadyThere(), refused.size(), end)
                .chain(() -> refusedRows.store(refused, of));
    }

    private Uni<Void> finish(HistoryImportRow of) {
        return sql.update(DONE, of.id).replaceWithVoid();
    }

    private static List<String> distinct(List<SheetRow> rows, String column) {
        return rows.stream().map(row -> row.cell(column)).distinct().toList();
    }
}
