package cn.minyi5.intake.masterdata;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.masterdata.MasterDataChanges.Kind;
import cn.minyi5.intake.masterdata.MasterDataChanges.Loading;
import cn.minyi5.intake.masterdata.domain.Category;
import cn.minyi5.intake.masterdata.domain.Category.Demands;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The categories of requests that are known. Of a file the good rows are taken and the bad ones come back; the same file
 * again changes nothing. Reading one blocks on the CPU.
 */
@ApplicationScoped
public class Categories {

    private static final List<String> COLUMNS =
            List.of("code", "group", "name", "on_spot_likelihood", "resolve_working_days");
    private static final String PHOTO = "photo_required";
    private static final String CHECK = "on_spot_check_required";
    private static final int LONGEST_NAME = 100;

    /** By hand, like the next: a file has any number of codes. Of divisions in the jurisdiction, or in which it lies. */
    private static final String FOREIGN =
            """
            select code from category
            where code = any ($1) and division <> $2 and (starts_with(division, $2) or starts_with($2, division))""";

    private static final String DEMANDS =
            "select code, photo_required, on_spot_check_required from category where division = $1";

    private static final String CODES =
            "select code from category where starts_with($1, division) or starts_with(division, $1)";

    private static final String AROUND =
            """
            from CategoryRow
            where :mine like concat(key.division, '%') or key.division like concat(:mine, '%')
            order by key.code, key.division""";

    private final Transactions transactions;
    private final Sql sql;
    private final ToldNames names;

    Categories(Transactions transactions, Sql sql, ToldNames names) {
        this.transactions = transactions;
        this.sql = sql;
        this.names = names;
    }

    private record Demanding(String code, boolean photoRequired, boolean onSpotCheckRequired) {

        Demands demands() {
            return new Demands(photoRequired, onSpotCheckRequired);
        }
    }

    /**
     * A sheet that says nothing of what a category demands leaves it as it was.
     *
     * @param jurisdiction of who brings the file: a code that a division above or below has given is none of theirs
     */
    public Loading<CheckedRows<Category>> sheet(InputStream file, DivisionCode jurisdiction) {
        if (!jurisdiction.isCountyOrAbove()) {
            throw Refusal.forbidden("category.county-only");
        }
        var rows = CsvSheet.read(file, COLUMNS);
        var codes = rows.stream().map(row -> row.cell("code")).toList();
        return new Loading<>(
                Kind.CATEGORY,
                now -> sql.values(String.class, FOREIGN, codes, jurisdiction)
                        .map(HashSet::new)
                        .flatMap(foreign -> demands(jurisdiction)
                                .map(before -> CheckedRows.check(
                                        rows, row -> category(row, foreign, before, jurisdiction), Category::code))),
                checked -> checked.good().stream().map(Category::code).toList(),
                checked -> transactions
                        .session()
                        .upsertMultiple(
                                checked.good().stream().map(CategoryRow::of).toList())
                        .invoke(() -> names.tellCategories(jurisdiction, checked.good())));
    }

    private Uni<Map<String, Demands>> demands(DivisionCode jurisdiction) {
        return sql.list(Demanding.class, DEMANDS, jurisdiction)
                .map(found -> found.stream().collect(Collectors.toMap(Demanding::code, Demanding::demands)));
    }

    /** Those for the places of a jurisdiction, by code. */
    public Uni<List<Category>> around(DivisionCode jurisdiction) {
        return transactions.read(() -> transactions
                .session()
                .createSelectionQuery(AROUND, CategoryRow.class)
                .setParameter("mine", jurisdiction.value())
                .getResultList()
                .map(rows -> rows.stream().map(CategoryRow::category).toList()));
    }

    /** Likewise, their codes; within a unit of work. */
    public Uni<List<String>> codes(DivisionCode jurisdiction) {
        return sql.values(String.class, CODES, jurisdiction);
    }

    private static Category category(
            SheetRow row, Set<String> foreign, Map<String, Demands> before, DivisionCode jurisdiction) {
        if (foreign.contains(row.cell("code"))) {
            throw Refusal.invalid("category.outside-jurisdiction", "code").with("value", row.cell("code"));
        }
        var known = before.getOrDefault(row.cell("code"), Demands.NOTHING);
        return new Category(
                row.required("code"),
                jurisdiction.value(),
                row.required("group", LONGEST_NAME),
                row.required("name", LONGEST_NAME),
                row.oneOf("on_spot_likelihood", Category.Likelihood.class),
                row.wholeNumber("resolve_working_days"),
                new Demands(
                        isDemanded(row, PHOTO, known.photoRequired()),
                        isDemanded(row, CHECK, known.onSpotCheckRequired())));
    }

    private enum Word {
        YES,
        NO
    }

    private static boolean isDemanded(SheetRow row, String column, boolean before) {
        return row.optional(column) == null ? before : row.oneOf(column, Word.class) == Word.YES;
    }
}
