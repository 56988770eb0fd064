package cn.minyi5.escalation.bulletin.persistence;

import cn.minyi5.escalation.bulletin.application.FrozenRows.NumberedRows;
import cn.minyi5.escalation.bulletin.domain.Bulletin;
import cn.minyi5.escalation.figures.domain.EvidenceRow;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Tally;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Bulletins and frozen rows out of rows. */
final class BulletinRows {

    private BulletinRows() {}

    static Bulletin bulletin(Row row) {
        return new Bulletin(
                row.getUUID("id"),
                YearMonth.parse(row.getString("month")),
                row.getInteger("year"),
                row.getInteger("issue"),
                row.getOffsetDateTime("issued_at").toInstant(),
                row.getInteger("rows"),
                row.getString("rows_sha256"));
    }

    /** Leaves out the row without a row that only carries the total. */
    static List<EvidenceRow> evidence(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getString("figure") != null)
                .map(BulletinRows::evidence)
                .toList();
    }

    static NumberedRows numbered(RowSet<Row> rows) {
        var last = 0;
        for (var row : rows) {
            last = row.getInteger("no") == null ? 0 : row.getInteger("no");
        }
        return new NumberedRows(evidence(rows), last, rows.iterator().next().getLong("total"));
    }

    static Map<String, Map<FigureCode, Tally>> tallies(RowSet<Row> rows) {
        var groups = new TreeMap<String, Map<FigureCode, Tally>>();
        for (var row : rows) {
            groups.computeIfAbsent(row.getString("group_key"), key -> new EnumMap<>(FigureCode.class))
                    .put(
                            FigureCode.of(row.getString("figure")),
                            new Tally(row.getLong("counted"), row.getLong("all_rows")));
        }
        return groups;
    }

    private static EvidenceRow evidence(Row row) {
        return new EvidenceRow(
                FigureCode.of(row.getString("figure")),
                row.getString("subject"),
                row.getString("grid_code"),
                row.getString("department"),
                row.getString("category_code"),
                row.getOffsetDateTime("at").toInstant(),
                instant(row.getOffsetDateTime("due_at")),
                instant(row.getOffsetDateTime("stopped_at")),
                row.getBoolean("counted"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
