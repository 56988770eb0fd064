package cn.minyi5.bench.reference;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row that the service wrote, column by column, as text. */
record SampleRow(String table, List<Cell> cells) {
    private static final String COLUMNS =
            """
            select attname, format_type(atttypid, atttypmod) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''
            order by attnum""";

    /** @param type as PostgreSQL calls it */
    record Cell(String column, String type, @Nullable String value) {}

    /** @param idColumn whose text is {@code id} */
    static SampleRow read(Connection connection, String table, String idColumn, String id) throws SQLException {
        var cells = new ArrayList<Cell>();
        try (var columns = connection.prepareStatement(COLUMNS)) {
            columns.setString(1, table);
            try (var rows = columns.executeQuery()) {
                while (rows.next()) {
                    var column = rows.getString(1);
                    cells.add(new Cell(column, rows.getString(2), value(connection, table, column, idColumn, id)));
                }
            }
        }
        return new SampleRow(table, cells);
    }

    private static @Nullable String value(
            Connection connection, String table, String column, String idColumn, String id) throws SQLException {
        var sql = "select %s::text from %s where %s::text = ?"
                .formatted(
                        connection.createStatement().enquoteIdentifier(column, true),
                        connection.createStatement().enquoteIdentifier(table, true),
                        connection.createStatement().enquoteIdentifier(idColumn, true));
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("the sample left no row in " + table);
                }
                return rows.getString(1);
            }
        }
    }
}
