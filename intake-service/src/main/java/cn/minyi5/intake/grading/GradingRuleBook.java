package cn.minyi5.intake.grading;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.grading.domain.GradingRule;
import cn.minyi5.intake.grading.domain.GradingRules;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.SheetRow;
import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules by which requests are graded, as each division's administrator brings them: all of its rules in one file. */
@ApplicationScoped
public class GradingRuleBook {

    private static final List<String> COLUMNS =
            List.of("rule_no", "category_prefix", "words", "urgency", "category", "reason");
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_WORDS = 1000;

    /** By hand, like the next: by a prefix of the place. A county hears its city's rules as well. */
    private static final String FOR_PLACE =
            """
            select number, category_prefix, words, urgency, category, reason from grading_rule
            where starts_with($1, division) order by number""";

    private static final String CATEGORIES =
            "select code from category where starts_with(division, $1) or starts_with($1, division)";

    private static final String FORGET = "delete from grading_rule where division = $1";

    private final Transactions transactions;
    private final Sql sql;
    private final KeptGradingRules kept;

    GradingRuleBook(Transactions transactions, Sql sql, GradingConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.kept = new KeptGradingRules(config.rulesKept(), Ticker.systemTicker());
    }

    /** Those that are for a place. */
    public Uni<GradingRules> in(GridCode grid) {
        return in(grid.division());
    }

    /** Those that are for a place at this moment, also where another copy has just published them. */
    public Uni<GradingRules> published(DivisionCode place) {
        return transactions.read(
                () -> sql.list(GradingRule.class, FOR_PLACE, place).map(GradingRules::new));
    }

    /** Below a county nobody has rules, so that a county's places share what was read. */
    public Uni<GradingRules> in(DivisionCode place) {
        var county = place.county();
        return kept.of(county, () -> published(county));
    }

    /**
     * Puts the rules of the file in the place of the division's; with one bad row all stays as it was, for half of the
     * rules is not what anybody wants. Blocks on the CPU.
     */
    public Uni<CheckedRows<GradingRule>> load(InputStream file, DivisionCode jurisdiction) {
        if (!jurisdiction.isCountyOrAbove()) {
            throw Refusal.forbidden("category.county-only");
        }
        var rows = CsvSheet.read(file, COLUMNS);
        return transactions
                .run(now -> sql.values(String.class, CATEGORIES, jurisdiction)
                        .map(HashSet::new)
                        .map(categories -> CheckedRows.check(rows, row -> rule(row, categories), GradingRule::number))
                        .flatMap(checked -> checked.refused().isEmpty()
                                ? replace(checked.good(), jurisdiction).replaceWith(checked)
                                : Uni.createFrom().item(() -> refused(checked))))
                .onTermination()
                .invoke(kept::published);
    }

    private CheckedRows<GradingRule> refused(CheckedRows<GradingRule> checked) {
        transactions.logged().nothingChanged();
        return new CheckedRows<>(List.of(), checked.refused());
    }

    private Uni<Void> replace(List<GradingRule> rules, DivisionCode division) {
        return sql.update(FORGET, division.value()).chain(() -> transactions
                .session()
                .insertMultiple(rules.stream()
                        .map(rule -> GradingRuleRow.of(division, rule))
                        .toList()));
    }

    private static GradingRule rule(SheetRow row, Set<String> categories) {
        var category = row.optional("category");
        if (category != null && !categories.contains(category)) {
            throw Refusal.invalid("grading.category-unknown", "category").with("categoryCode", category);
        }
        return new GradingRule(
                row.wholeNumber("rule_no"),
                row.cell("category_prefix"),
                row.optional("words") == null ? List.of() : words(row.required("words", LONGEST_WORDS)),
                row.optional("urgency") == null ? null : row.oneOf("urgency", Urgency.class),
                category,
                row.required("reason", LONGEST_REASON));
    }

    private static List<String> words(String cell) {
        return Stream.of(cell.split("[、|]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
