package cn.minyi5.intake.importing;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.masterdata.Places;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.RefusedRow;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works off the next visits of an import: effect, announcements and progress in one transaction. */
@ApplicationScoped
class ImportBatch {

    /** Some hundred rows: a transaction of a few dozen milliseconds. */
    private static final int VISITS = 100;

    /** By hand: Hibernate Reactive knows no "skip locked". */
    private static final String CLAIM =
            """
            select next_visit from history_import where id = $1 and state = 'RUNNING' for update skip locked""";

    private static final String TEAMS =
            "select grid_code, min(code) as code from visit_team where grid_code = any ($1) group by grid_code";

    private static final String CATEGORIES = "select code from category where code = any ($1)";

    private static final String PROGRESS =
            """
            update HistoryImportRow
            set accepted = accepted + :accepted, alreadyThere = alreadyThere + :alreadyThere,
                refused = refused + :refused, nextVisit = :nextVisit
            where id = :id""";

    private static final String DONE = "update HistoryImportRow set state = DONE, file = null where id = :id";

    private final Transactions transactions;
    private final Sql sql;
    private final Places places;
    private final PastSubmissions submissions;
    private final RefusedRows refusedRows;

    ImportBatch(
            Transactions transactions, Sql sql, Places places, PastSubmissions submissions, RefusedRows refusedRows) {
        this.transactions = transactions;
        this.sql = sql;
        this.places = places;
        this.submissions = submissions;
        this.refusedRows = refusedRows;
    }

    private record Claim(int nextVisit) {}

    private record Team(String gridCode, String code) {}

    private record Category(String code) {}

    /** Whether there was something to do: not if the import is done or another copy is at it. */
    Uni<Boolean> workOff(HistoryFile file) {
        return transactions.run(now -> sql.first(Claim.class, CLAIM, file.importId())
                .flatMap(claim -> claim == null
                        ? Uni.createFrom().item(false)
                        : workOff(file, claim.nextVisit(), now).replaceWith(true)));
    }

    private Uni<Void> workOff(HistoryFile file, int from, Instant now) {
        var end = Math.min(from + VISITS, file.visits().size());
        var rows = file.rows(from, end);
        return reading(file.jurisdiction(), rows, now).flatMap(reading -> {
            var checked = ReadRow.check(rows, reading);
            return submissions
                    .submit(file.source(), checked.good(), reading.teams())
                    .flatMap(outcome -> keepProgress(file, checked.refused(), outcome, end));
        });
    }

    /** Looks up what the rows refer to: grids, their teams (the first by code where several walk one), categories. */
    private Uni<HistoryReading> reading(DivisionCode jurisdiction, List<SheetRow> rows, Instant now) {
        var gridCodes = distinct(rows, "grid_code");
        return places.knownGrids(jurisdiction, gridCodes).flatMap(known -> sql.list(Team.class, TEAMS, gridCodes)
                .flatMap(teams -> sql.list(Category.class, CATEGORIES, distinct(rows, "category_code"))
                        .map(categories -> new HistoryReading(
                                now,
                                known,
                                teams.stream().collect(Collectors.toMap(Team::gridCode, Team::code)),
                                categories.stream()
                                        .map(Category::code)
                                        .collect(Collectors.toCollection(HashSet::new))))));
    }

    private Uni<Void> keepProgress(
            HistoryFile file, List<RefusedRow> unreadable, PastSubmissions.Outcome outcome, int end) {
        var refused = Stream.concat(unreadable.stream(), outcome.contradicting().stream())
                .toList();
        return transactions
                .session()
                .createMutationQuery(PROGRESS)
                .setParameter("accepted", outcome.added())
                .setParameter("alreadyThere", outcome.alreadyThere())
                .setParameter("refused", refused.size())
                .setParameter("nextVisit", end)
                .setParameter("id", file.importId())
                .executeUpdate()
                .chain(() -> refusedRows.store(refused, file.importId(), file.wrappedKey()))
                .chain(() -> end < file.visits().size() ? Uni.createFrom().voidItem() : finish(file));
    }

    private Uni<Void> finish(HistoryFile file) {
        return transactions
                .session()
                .createMutationQuery(DONE)
                .setParameter("id", file.importId())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static List<String> distinct(List<SheetRow> rows, String column) {
        return rows.stream().map(row -> row.cell(column)).distinct().toList();
    }
}
