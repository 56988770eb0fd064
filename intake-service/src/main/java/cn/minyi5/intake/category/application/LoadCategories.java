package cn.minyi5.intake.category.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.category.domain.Category;
import cn.minyi5.intake.category.domain.Likelihood;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes a file of categories: good rows in, bad rows back; the same file again changes nothing. */
@ApplicationScoped
public class LoadCategories {

    public static final List<String> COLUMNS =
            List.of("code", "group", "name", "on_spot_likelihood", "resolve_working_days");
    private static final int LONGEST_NAME = 100;

    private final Transactions transactions;
    private final Categories categories;

    LoadCategories(Transactions transactions, Categories categories) {
        this.transactions = transactions;
        this.categories = categories;
    }

    public Uni<CheckedRows<Category>> handle(List<SheetRow> rows) {
        var checked = CheckedRows.check(rows, LoadCategories::read, Category::code);
        return transactions.runOld(tx -> categories.keep(tx, checked.good())).replaceWith(checked);
    }

    private static Category read(SheetRow row) {
        return new Category(
                row.required("code"),
                row.required("group", LONGEST_NAME),
                row.required("name", LONGEST_NAME),
                row.oneOf("on_spot_likelihood", Likelihood.class),
                row.as("resolve_working_days", LoadCategories::days));
    }

    private static int days(String cell) {
        if (!cell.matches("\\d{1,4}")) {
            throw Refusal.invalid("csv.cell-not-a-number", "resolve_working_days");
        }
        return Integer.parseInt(cell);
    }
}
