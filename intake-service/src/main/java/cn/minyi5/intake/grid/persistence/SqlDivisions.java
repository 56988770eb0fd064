package cn.minyi5.intake.grid.persistence;

import cn.minyi5.intake.grid.application.Divisions;
import cn.minyi5.intake.grid.domain.Division;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

@ApplicationScoped
class SqlDivisions implements Divisions {

    private static final String KNOWN = "select code from division where code = any ($1)";

    private static final String KEEP =
            """
            insert into division (code, name, parent_code, level) values ($1, $2, $3, $4)
            on conflict (code) do update
            set name = excluded.name, parent_code = excluded.parent_code, level = excluded.level""";

    @Override
    public Uni<Set<String>> known(Transaction tx, Collection<String> codes) {
        return tx.connection()
                .preparedQuery(KNOWN)
                .execute(Tuple.of(codes.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> keep(Transaction tx, List<Division> divisions) {
        if (divisions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var tuples = divisions.stream().map(SqlDivisions::tuple).toList();
        return tx.connection().preparedQuery(KEEP).executeBatch(tuples).replaceWithVoid();
    }

    private static Tuple tuple(Division division) {
        var parent = division.parent();
        return Tuple.of(
                division.code().value(),
                division.name(),
                parent == null ? null : parent.value(),
                division.level().name());
    }
}
