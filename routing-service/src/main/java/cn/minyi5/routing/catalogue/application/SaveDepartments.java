package cn.minyi5.routing.catalogue.application;

import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.domain.Department;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Adds departments to the county or renames them. */
@ApplicationScoped
public class SaveDepartments {

    private final Transactions transactions;
    private final Departments departments;

    SaveDepartments(Transactions transactions, Departments departments) {
        this.transactions = transactions;
        this.departments = departments;
    }

    public Uni<Void> handle(List<Department> rows) {
        return transactions.runOld(tx -> departments.save(tx, rows));
    }
}
