package cn.minyi5.bench.reference;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one real submission as one pgbench statement: same tables, same columns, same values, new ids. The values
 * travel as parameters, as the service's do. What the service asks the database besides (is the grid the team's, is the
 * category known, was the key used) is not in it.
 */
public final class ReferenceScript {
    /** Each table with the column by which the sample's row is found, and whose id that is. */
    private static final List<Source> SOURCES = List.of(
            new Source("idempotent_answer", "key", "key"),
            new Source("visit", "id", "visit"),
            new Source("request", "id", "request"),
            new Source("data_key", "request_id", "request"),
            new Source("particulars", "request_id", "request"));

    private static final String IDS =
            "with ids as materialized (select gen_random_uuid() as key, gen_random_uuid() as visit,"
                    + " gen_random_uuid() as request)";

    private final List<String> inserts = new ArrayList<>();
    private final Map<String, String> variables = new LinkedHashMap<>();

    private record Source(String table, String column, String id) {}

    private ReferenceScript() {}

    /** @param ids of a submission that intake has accepted */
    public static ReferenceScript of(Database intake, String bootstrapServers, SampleIds ids) {
        var script = new ReferenceScript();
        try (var connection = intake.connect()) {
            for (var source : SOURCES) {
                script.add(SampleRow.read(connection, source.table(), source.column(), text(ids, source.id())));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the sample cannot be read", e);
        }
        var keys = Set.of(ids.visit().toString(), ids.request().toString());
        script.add(SampleEvents.of(bootstrapServers, keys), ids);
        return script;
    }

    /** One statement in pgbench's language. */
    public String sql() {
        var last = inserts.size() - 1;
        var text = new StringBuilder(IDS);
        for (int at = 0; at < last; at++) {
            text.append(",\n i")
                    .append(at)
                    .append(" as (")
                    .append(inserts.get(at))
                    .append(")");
        }
        return text.append("\n").append(inserts.get(last)).append(";\n").toString();
    }

    /** What the statement's variables stand for. */
    public Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    private void add(SampleRow row) {
        var columns = row.cells().stream().map(SampleRow.Cell::column).collect(Collectors.joining(", "));
        var values = row.cells().stream().map(cell -> value(row.table(), cell)).collect(Collectors.joining(", "));
        inserts.add("insert into %s (%s) select %s from ids".formatted(row.table(), columns, values));
    }

    private void add(List<SampleEvent> events, SampleIds ids) {
        var rows = events.stream()
                .map(event -> "select uuidv7(), %s, ids.%s::text, %s, %s, %s from ids"
                        .formatted(
                                parameter("text", event.topic()),
                                event.key().equals(ids.visit().toString()) ? "visit" : "request",
                                parameter("text", event.type()),
                                parameter("text", event.traceparent()),
                                parameter("bytea", event.hexData())))
                .collect(Collectors.joining(" union all "));
        inserts.add("insert into outbox (event_id, topic, key, type, traceparent, data) " + rows);
    }

    private String value(String table, SampleRow.Cell cell) {
        return switch (table + "." + cell.column()) {
            case "idempotent_answer.key" -> "ids.key::text";
            case "visit.id", "request.visit_id" -> "ids.visit";
            case "request.id", "data_key.request_id", "particulars.request_id" -> "ids.request";
            default -> parameter(cell.type(), cell.value());
        };
    }

    private String parameter(String type, @Nullable String value) {
        if (value == null) {
            return "null::" + type;
        }
        var name = "v" + variables.size();
        variables.put(name, value);
        return "cast(:" + name + " as " + type + ")";
    }

    private static String text(SampleIds ids, String which) {
        return switch (which) {
            case "key" -> ids.key().toString();
            case "visit" -> ids.visit().toString();
            default -> ids.request().toString();
        };
    }
}
