package cn.minyi5.intake.category;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.category.domain.Category;
import cn.minyi5.intake.category.domain.Likelihood;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The categories of requests. */
@ApplicationScoped
public class Categories {

    public static final List<String> COLUMNS =
            List.of("code", "group", "name", "on_spot_likelihood", "resolve_working_days");

    private static final int LONGEST_NAME = 100;

    private final Transactions transactions;

    Categories(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Takes a file of categories: good rows in, bad rows back; the same file again changes nothing. */
    public Uni<CheckedRows<Category>> load(List<SheetRow> rows) {
        var checked = CheckedRows.check(rows, Categories::read, Category::code);
        var good = checked.good().stream().map(CategoryRow::of).toList();
        return transactions
                .run(now -> transactions.session().upsertMultiple(good))
                .replaceWith(checked);
    }

    /** By code. */
    public Uni<List<Category>> all() {
        return transactions.read(() -> transactions
                .session()
                .createSelectionQuery("from CategoryRow order by code", CategoryRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(CategoryRow::category).toList()));
    }

    private static Category read(SheetRow row) {
        return new Category(
                row.required("code"),
                row.required("group", LONGEST_NAME),
                row.required("name", LONGEST_NAME),
                row.oneOf("on_spot_likelihood", Likelihood.class),
                row.as("resolve_working_days", Categories::days));
    }

    private static int days(String cell) {
        if (!cell.matches("\\d{1,4}")) {
            throw Refusal.invalid("csv.cell-not-a-number", "resolve_working_days");
        }
        return Integer.parseInt(cell);
    }
}
