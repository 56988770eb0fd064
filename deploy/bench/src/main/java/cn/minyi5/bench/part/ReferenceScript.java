package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.build.Database;
import cn.minyi5.bench.load.Phone;
import cn.minyi5.bench.load.VisitShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one real submission as one pgbench statement: same tables, same columns, same values, new ids. The rows
 * are those that intake's transaction wrote, whatever tables they are in. The values travel as parameters, as the
 * service's do. What the service asks the database besides (is the grid the team's, is the category known, was the key
 * used) is not in it.
 */
final class ReferenceScript {
    /** The relay removes what it has sent; this keeps what the submission put there. */
    private static final String KEEP_OUTBOX =
            """
            create schema sample;
            create table sample.outbox (like outbox);
            create function sample.keep() returns trigger language plpgsql
            as $$ begin insert into sample.outbox select new.*; return null; end $$;
            create trigger keep_sample after insert on outbox for each row execute function sample.keep()""";

    private static final String FORGET_OUTBOX = "drop trigger keep_sample on outbox; drop schema sample cascade";

    private static final String TABLES =
            """
            select oid::regclass::text, relname from pg_class
            where relkind in ('r', 'p') and not relispartition
                and (relnamespace = 'public'::regnamespace and relname <> 'outbox' or oid = 'sample.outbox'::regclass)
            order by oid""";

    /** An id of its own that no caller chose, such as an event's: every row gets a new one. */
    private static final String COLUMNS =
            """
            select attname, format_type(atttypid, atttypmod) as type,
                attname = 'event_id' or atttypid = 'uuid'::regtype and exists (
                    select from pg_index where indrelid = attrelid and indisunique and indkey::text = attnum::text)
                    as is_own_id
            from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''
            order by attnum""";

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final List<String> inserts = new ArrayList<>();

    /** By value. */
    private final Map<String, String> variables = new LinkedHashMap<>();

    private record Table(String readFrom, String name) {}

    private record Column(String name, String type, boolean isOwnId) {}

    private ReferenceScript() {}

    /** Submits once. */
    static ReferenceScript of(Build build, VisitShape shape) {
        var intake = build.database(Build.INTAKE);
        var script = new ReferenceScript();
        intake.execute(KEEP_OUTBOX);
        try (var phone = build.phone()) {
            var key = Phone.newId();
            var visit = Phone.newId();
            var requests = Stream.generate(Phone::newId).limit(shape.requests()).toList();
            phone.submit(key, visit, requests, shape);
            script.ids.put(key.toString(), "key");
            script.ids.put(visit.toString(), "visit");
            requests.forEach(request -> script.ids.put(request.toString(), "request" + script.ids.size()));
            script.read(intake, visit);
        } catch (IOException e) {
            throw new IllegalStateException("the sample was not accepted", e);
        } finally {
            intake.execute(FORGET_OUTBOX);
        }
        return script;
    }

    /** One statement in pgbench's language. */
    String sql() {
        var last = inserts.size() - 1;
        var text = new StringBuilder(ids.values().stream()
                .map("gen_random_uuid() as "::concat)
                .collect(Collectors.joining(", ", "with ids as materialized (select ", ")")));
        for (int at = 0; at < last; at++) {
            text.append(",\n i%d as (%s)".formatted(at, inserts.get(at)));
        }
        return text.append("\n").append(inserts.get(last)).append(";\n").toString();
    }

    /** What the statement's variables stand for; pgbench takes at most 255, so the same value travels once. */
    Map<String, String> variables() {
        return variables.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    private void read(Database intake, UUID visit) {
        var transaction = intake.query(
                        "select xmin::text from visit where id = ?::uuid", row -> row.getString(1), visit.toString())
                .get(0);
        for (var table : intake.query(TABLES, row -> new Table(row.getString(1), row.getString(2)))) {
            var columns = intake.query(
                    COLUMNS,
                    row -> new Column(row.getString("attname"), row.getString("type"), row.getBoolean("is_own_id")),
                    "public." + table.name());
            var texts = columns.stream()
                    .map(column -> "\"" + column.name() + "\"::text")
                    .collect(Collectors.joining(", "));
            intake.query(
                            "select " + texts + " from " + table.readFrom() + " where xmin::text = ?",
                            row -> {
                                var values = new ArrayList<String>();
                                for (int at = 0; at < columns.size(); at++) {
                                    values.add(value(columns.get(at), row.getString(at + 1)));
                                }
                                return values;
                            },
                            transaction)
                    .forEach(values -> inserts.add("insert into %s (%s) select %s from ids"
                            .formatted(
                                    table.name(),
                                    columns.stream()
                                            .map(column -> "\"" + column.name() + "\"")
                                            .collect(Collectors.joining(", ")),
                                    String.join(", ", values))));
        }
    }

    private String value(Column column, @Nullable String value) {
        if (value == null) {
            return "null::" + column.type();
        }
        var id = ids.get(value);
        if (id != null) {
            return "ids." + id + "::" + column.type();
        }
        if (column.isOwnId()) {
            return "uuidv7()";
        }
        var name = variables.computeIfAbsent(value, each -> "v" + variables.size());
        return "cast(:" + name + " as " + column.type() + ")";
    }
}
