package cn.minyi5.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * SQL by hand on the connection of the session that is open, in its transaction. For statements that are measured to
 * pay, and for reports; whoever uses it says which in a line. Parameters are numbered ($1, $2, …) and may be whatever
 * {@link SqlValues} knows; rows become records by the names of their columns.
 */
@ApplicationScoped
public class Sql {

    private final Mutiny.SessionFactory sessions;

    Sql(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** All rows, each as a record whose components are named as the columns: {@code gridCode} is {@code grid_code}. */
    public <T extends Record> Uni<List<T>> list(Class<T> type, String statement, Object... parameters) {
        var reader = RecordReader.of(type);
        return rows(statement, parameters).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(reader::read)
                .toList());
    }

    /** The first row, or null if there is none. */
    public <T extends Record> Uni<T> first(Class<T> type, String statement, Object... parameters) {
        return list(type, statement, parameters).map(found -> found.isEmpty() ? null : found.get(0));
    }

    /** The first column of all rows. */
    public <T> Uni<List<T>> values(Class<T> type, String statement, Object... parameters) {
        return rows(statement, parameters).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> type.cast(RecordReader.converted(row.getValue(0), type)))
                .toList());
    }

    /** The first column of the only row, such as a count. */
    public <T> Uni<T> value(Class<T> type, String statement, Object... parameters) {
        return values(type, statement, parameters).map(found -> found.get(0));
    }

    /** The rows as the client has them; for what is no record. */
    public Uni<RowSet<Row>> rows(String statement, Object... parameters) {
        return Uni.createFrom()
                .completionStage(
                        () -> UnitOfWork.current().connection().preparedQuery(statement, SqlValues.of(parameters)));
    }

    /** @return how many rows were written */
    public Uni<Integer> update(String statement, Object... parameters) {
        return rows(statement, parameters).map(RowSet::rowCount);
    }

    /**
     * Stores new entities of one kind in their order and in one statement, however many they are. What the database
     * fills by itself is not read back.
     */
    public Uni<Void> insertAll(Collection<?> entities) {
        if (entities.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var type = entities.iterator().next().getClass();
        var entity = ((MappingMetamodel) sessions.getMetamodel()).getEntityDescriptor(type);
        var given = EntityRows.of(entity, entities);
        return rows(given.insertion(), given.rows()).replaceWithVoid();
    }
}
