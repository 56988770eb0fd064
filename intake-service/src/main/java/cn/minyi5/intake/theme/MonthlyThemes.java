package cn.minyi5.intake.theme;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.edition.EditionKind;
import cn.minyi5.intake.edition.PublishedEdition;
import cn.minyi5.intake.edition.PublishedEditions;
import cn.minyi5.intake.theme.domain.MonthlyTheme;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The themes that were published; a township may have one of its own. */
@ApplicationScoped
public class MonthlyThemes implements EditionKind {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 2_000;

    private final PublishedEditions editions;

    MonthlyThemes(PublishedEditions editions) {
        this.editions = editions;
    }

    @Override
    public String name() {
        return "monthly-themes";
    }

    @Override
    public List<String> columns() {
        return List.of("month", "title", "text");
    }

    @Override
    public Uni<Function<SheetRow, String>> reader(List<SheetRow> rows, DivisionCode division) {
        return Uni.createFrom().item(row -> new MonthlyTheme(
                        row.as("month", MonthlyThemes::month),
                        row.required("title", LONGEST_TITLE),
                        row.required("text", LONGEST_TEXT))
                .month()
                .toString());
    }

    /** The theme of the nearest division that has one; within a unit of work. */
    public Uni<@Nullable MonthlyTheme> of(YearMonth month, DivisionCode place) {
        return around(month, place).map(themes -> themes.at(place.value()));
    }

    /** A month's themes in a jurisdiction, within a unit of work. */
    public Uni<ThemesOfMonth> around(YearMonth month, DivisionCode jurisdiction) {
        return editions.around(jurisdiction, this)
                .map(themes -> new ThemesOfMonth(themes.stream()
                        .filter(theme -> theme.code().equals(month.toString()))
                        .collect(Collectors.toMap(PublishedEdition::division, MonthlyThemes::theme))));
    }

    /** @param byDivision that has published it */
    public record ThemesOfMonth(Map<String, MonthlyTheme> byDivision) {

        /** Of the nearest division; null if there is none. @param place code of a division or grid */
        public @Nullable MonthlyTheme at(String place) {
            return byDivision.keySet().stream()
                    .filter(place::startsWith)
                    .max(Comparator.comparingInt(String::length))
                    .map(byDivision::get)
                    .orElse(null);
        }
    }

    private static MonthlyTheme theme(PublishedEdition edition) {
        return new MonthlyTheme(YearMonth.parse(edition.code()), edition.cell("title"), edition.cell("text"));
    }

    private static YearMonth month(String text) {
        return CountyTime.asked(text, YearMonth::parse, () -> Refusal.invalid("months.malformed", "month"));
    }
}
