package cn.minyi5.intake.policycard;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.edition.EditionKind;
import cn.minyi5.intake.edition.PublishedEdition;
import cn.minyi5.intake.edition.PublishedEditions;
import cn.minyi5.intake.masterdata.Categories;
import cn.minyi5.intake.policycard.domain.PolicyCard;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cards that were published; of two with one id the nearer division's is shown. */
@ApplicationScoped
public class PolicyCards implements EditionKind {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_SOURCE = 200;
    private static final int GROUP_DIGITS = 2;

    private final Transactions transactions;
    private final PublishedEditions editions;
    private final Categories categories;

    PolicyCards(Transactions transactions, PublishedEditions editions, Categories categories) {
        this.transactions = transactions;
        this.editions = editions;
        this.categories = categories;
    }

    @Override
    public String name() {
        return "policy-cards";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "category", "title", "text", "source", "valid_until");
    }

    @Override
    public Uni<Function<SheetRow, String>> reader(List<SheetRow> rows, DivisionCode division) {
        return categories.codes(division).map(known -> row -> card(row, known).id());
    }

    private static PolicyCard card(SheetRow row, List<String> knownCategories) {
        var category = row.required("category");
        if (knownCategories.stream().noneMatch(known -> known.equals(category) || isGroupOf(category, known))) {
            throw Refusal.invalid("policy-card.category-unknown", "category").with("category", category);
        }
        row.required("title", LONGEST_TITLE);
        row.required("text", LONGEST_TEXT);
        row.required("source", LONGEST_SOURCE);
        row.required("id");
        return card(row::cell);
    }

    private static PolicyCard card(Function<String, String> cell) {
        return new PolicyCard(
                cell.apply("id"),
                cell.apply("category"),
                cell.apply("title"),
                cell.apply("text"),
                cell.apply("source"),
                day(cell.apply("valid_until")));
    }

    private static boolean isGroupOf(String category, String known) {
        return category.length() == GROUP_DIGITS && known.startsWith(category);
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty()
                ? null
                : CountyTime.asked(text, LocalDate::parse, () -> Refusal.invalid("day.malformed", "valid_until"));
    }

    /** What is shown at a place now, by id. @param category null: of all categories */
    public Uni<List<PolicyCard>> shown(@Nullable String category, DivisionCode place) {
        return transactions.read(() -> transactions.moment().flatMap(now -> editions.at(place, this)
                .map(found -> nearest(found).values().stream()
                        .map(edition -> card(edition::cell))
                        .filter(card -> category == null || card.speaksOf(category))
                        .filter(card -> card.isShownOn(CountyTime.at(now).toLocalDate()))
                        .sorted(Comparator.comparing(PolicyCard::id))
                        .toList())));
    }

    private static Map<String, PublishedEdition> nearest(List<PublishedEdition> found) {
        var byId = new HashMap<String, PublishedEdition>();
        found.stream()
                .sorted(Comparator.comparingInt(edition -> edition.division().length()))
                .forEach(edition -> byId.put(edition.code(), edition));
        return byId;
    }
}
