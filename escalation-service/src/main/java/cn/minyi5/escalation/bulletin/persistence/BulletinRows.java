package cn.minyi5.escalation.bulletin.persistence;

import cn.minyi5.escalation.bulletin.application.FrozenRows.NumberedRows;
import cn.minyi5.escalation.bulletin.domain.Bulletin;
import cn.minyi5.escalation.figures.persistence.EvidenceRows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.YearMonth;

/** Bulletins and the numbers of their frozen rows out of rows. */
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

    static NumberedRows numbered(RowSet<Row> rows) {
        var last = 0;
        for (var row : rows) {
            last = row.getInteger("no") == null ? 0 : row.getInteger("no");
        }
        return new NumberedRows(
                EvidenceRows.of(rows), last, rows.iterator().next().getLong("total"));
    }
}
