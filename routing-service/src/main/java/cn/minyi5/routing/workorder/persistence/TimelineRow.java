package cn.minyi5.routing.workorder.persistence;

import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.TimelineEntry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The lines of a timeline, as they are read inside a transaction and outside. */
final class TimelineRow {

    private static final String TIMELINE =
            """
            select at, action, done_by, department, words
            from work_order_timeline where work_order_id = $1 order by entry""";

    private TimelineRow() {}

    static Uni<List<TimelineEntry>> read(SqlClient client, UUID workOrderId) {
        return client.preparedQuery(TIMELINE).execute(Tuple.of(workOrderId)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(TimelineRow::entry)
                .toList());
    }

    private static TimelineEntry entry(Row row) {
        return new TimelineEntry(
                row.getOffsetDateTime("at").toInstant(),
                Action.valueOf(row.getString("action")),
                row.getString("done_by"),
                row.getString("department"),
                row.getString("words"));
    }
}
