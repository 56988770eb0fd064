package cn.minyi5.messaging;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * New entities of one kind on their way into their table by one statement: as JSON whose fields are the columns that
 * they are mapped to, but for those that the database fills.
 */
record EntityRows(EntityPersister entity, JsonArray rows) {

    static EntityRows of(EntityPersister entity, Collection<?> entities) {
        var rows = new JsonArray();
        entities.forEach(each -> rows.add(columns(entity, each)));
        return new EntityRows(entity, rows);
    }

    /** Takes the rows as its one parameter. */
    String insertion() {
        return "insert into %1$s (%2$s) select %2$s from json_populate_recordset(null::%1$s, $1)"
                        .formatted(
                                entity.getTableName(),
                                String.join(", ", rows.getJsonObject(0).fieldNames()))
                + " with ordinality as given order by given.ordinality";
    }

    private static JsonObject columns(EntityPersister entity, Object each) {
        var columns = new JsonObject();
        if (!entity.getGenerator().generatedOnExecution()) {
            put(columns, entity.getIdentifierMapping(), entity.getIdentifier(each));
        }
        entity.forEachAttributeMapping(part -> put(columns, part, part.getValue(each)));
        return columns;
    }

    /** No session takes part: embedded records and converters know by themselves what goes into which column. */
    private static void put(JsonObject columns, ModelPart part, @Nullable Object value) {
        ModelPart.JdbcValueConsumer columnByColumn = (index, stored, column) -> putColumn(columns, column, stored);
        part.decompose(value, columnByColumn, null);
    }

    private static void putColumn(JsonObject columns, SelectableMapping column, @Nullable Object stored) {
        if (column.isInsertable() && !column.isFormula()) {
            columns.put(
                    column.getSelectionExpression(),
                    stored instanceof UUID || stored instanceof LocalDate ? stored.toString() : stored);
        }
    }
}
