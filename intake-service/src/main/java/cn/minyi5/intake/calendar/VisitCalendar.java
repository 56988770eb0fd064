package cn.minyi5.intake.calendar;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.calendar.domain.VisitDayPlans;
import cn.minyi5.intake.calendar.domain.VisitDays;
import cn.minyi5.intake.edition.PublishedEditions;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Year;
import java.time.YearMonth;

/** When teams walk, as rules and holidays have it that are in force now. */
@ApplicationScoped
public class VisitCalendar {

    private final Transactions transactions;
    private final PublishedEditions editions;
    private final VisitDayRules kind;
    private final CalendarYears years;

    VisitCalendar(Transactions transactions, PublishedEditions editions, VisitDayRules kind, CalendarYears years) {
        this.transactions = transactions;
        this.editions = editions;
        this.kind = kind;
        this.years = years;
    }

    public Uni<VisitDays.OfMonth> at(DivisionCode place, YearMonth month) {
        return transactions.read(
                () -> around(place, month).map(plans -> plans.at(place.value()).in(month)));
    }

    /** Of all places of a jurisdiction, about a month; within a unit of work. */
    public Uni<VisitDayPlans> around(DivisionCode jurisdiction, YearMonth month) {
        var year = Year.of(month.getYear());
        return editions.around(jurisdiction, kind)
                .flatMap(rules -> years.around(jurisdiction, year.minusYears(1), year.plusYears(1))
                        .map(days -> new VisitDayPlans(
                                rules.stream().map(VisitDayRules::rule).toList(), days)));
    }
}
