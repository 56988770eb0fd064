package cn.minyi5.escalation.figures.application;

import cn.minyi5.contracts.CatalogueEvent.Department;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** Names of departments and townships, as the last published catalogue has them. */
public interface Departments {

    Uni<Void> put(Transaction tx, List<Department> departments);

    /** Names by code. */
    Uni<Map<String, String>> names();
}
