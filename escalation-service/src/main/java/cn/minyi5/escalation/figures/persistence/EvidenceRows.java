package cn.minyi5.escalation.figures.persistence;

import cn.minyi5.escalation.figures.domain.EvidenceRow;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Tally;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Figures and their rows out of rows, live or frozen. */
public final class EvidenceRows {

    private EvidenceRows() {}

    /** Leaves out the row without a figure that only carries the total. */
    public static List<EvidenceRow> of(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getString("figure") != null)
                .map(EvidenceRows::row)
                .toList();
    }

    /** By the column {@code group_key}. */
    public static Map<String, Map<FigureCode, Tally>> tallies(RowSet<Row> rows) {
        var groups = new TreeMap<String, Map<FigureCode, Tally>>();
        for (var row : rows) {
            groups.computeIfAbsent(row.getString("group_key"), key -> new EnumMap<>(FigureCode.class))
                    .put(
                            FigureCode.of(row.getString("figure")),
                            new Tally(row.getLong("counted"), row.getLong("all_rows")));
        }
        return groups;
    }

    private static EvidenceRow row(Row row) {
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
