package cn.minyi5.intake.calendar;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.calendar.domain.VisitDayRule;
import cn.minyi5.intake.edition.EditionKind;
import cn.minyi5.intake.edition.PublishedEdition;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/** 走访日规则, a row for each month from which on another one speaks. */
@ApplicationScoped
class VisitDayRules implements EditionKind {

    @Override
    public String name() {
        return "visit-day-rules";
    }

    @Override
    public List<String> columns() {
        return List.of("from_month", "days", "on_holiday");
    }

    @Override
    public Uni<Function<SheetRow, String>> reader(List<SheetRow> rows, DivisionCode division) {
        return Uni.createFrom().item(row -> {
            var from = row.as("from_month", VisitDayRules::month);
            var days = row.as("days", VisitDayRule::days);
            var rule = new VisitDayRule(
                    division.value(), from, days, row.oneOf("on_holiday", VisitDayRule.OnHoliday.class));
            return rule.from().toString();
        });
    }

    static VisitDayRule rule(PublishedEdition edition) {
        return new VisitDayRule(
                edition.division(),
                YearMonth.parse(edition.code()),
                VisitDayRule.days(edition.cell("days")),
                VisitDayRule.OnHoliday.valueOf(edition.cell("on_holiday")));
    }

    private static YearMonth month(String text) {
        return CountyTime.asked(text, YearMonth::parse, () -> Refusal.invalid("months.malformed", "from_month"));
    }
}
