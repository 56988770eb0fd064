package cn.minyi5.intake.masterdata;

import cn.minyi5.intake.masterdata.domain.Category;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class Categories {

    private static final List<String> COLUMNS =
            List.of("code", "group", "name", "on_spot_likelihood", "resolve_working_days");
    private static final int LONGEST_NAME = 100;

    private final Transactions transactions;

    Categories(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Good rows in, bad rows back; the same file again changes nothing. Blocks on the CPU. */
    public Uni<CheckedRows<Category>> load(byte[] file) {
        var checked = CheckedRows.check(CsvSheet.read(file, COLUMNS), Categories::category, Category::code);
        var good = checked.good().stream().map(CategoryRow::of).toList();
        return transactions
                .run(now -> transactions.session().upsertMultiple(good))
                .replaceWith(checked);
    }

    public Uni<List<Category>> all() {
        return transactions.read(() -> transactions
                .session()
                .createSelectionQuery(
                        "select code, groupName, name, onSpotLikelihood, resolveWorkingDays from CategoryRow order by"
                                + " code",
                        Category.class)
                .getResultList());
    }

    private static Category category(SheetRow row) {
        return new Category(
                row.required("code"),
                row.required("group", LONGEST_NAME),
                row.required("name", LONGEST_NAME),
                row.oneOf("on_spot_likelihood", Category.Likelihood.class),
                row.wholeNumber("resolve_working_days"));
    }
}
