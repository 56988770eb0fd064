package cn.minyi5.routing.catalogue.persistence;

import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.Responsibility.Scope;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** A rule as a row of the table, and back. */
final class ResponsibilityRow {

    private ResponsibilityRow() {}

    static Tuple of(int version, Responsibility rule) {
        return Tuple.from(new Object[] {
            rule.id(),
            version,
            rule.row(),
            rule.scope().categoryPrefix(),
            rule.scope().divisionPrefix(),
            rule.lead(),
            rule.assisting().toArray(String[]::new),
            rule.clause()
        });
    }

    static Responsibility rule(Row row) {
        return new Responsibility(
                row.getUUID("id"),
                row.getInteger("row"),
                new Scope(row.getString("category_prefix"), row.getString("division_prefix")),
                row.getString("lead"),
                List.of(row.getArrayOfStrings("assisting")),
                row.getString("clause"));
    }
}
