package cn.minyi5.intake.coverage;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.calendar.domain.VisitDayPlans;
import cn.minyi5.intake.calendar.domain.VisitDays.VisitDay;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The visit days of a month for all grids of a jurisdiction, as parameters of a statement: a grid walks on the days of
 * the nearest of the places.
 *
 * @param divisions parallel to {@code days}
 * @param yearsUnknown without whose holidays not all days can be said
 */
record PlannedWalks(List<String> places, List<String> divisions, List<VisitDay> days, List<Integer> yearsUnknown) {

    static PlannedWalks of(VisitDayPlans plans, DivisionCode jurisdiction, YearMonth month) {
        var places = new TreeSet<>(plans.divisions());
        places.removeIf(place -> jurisdiction.value().startsWith(place));
        places.add(jurisdiction.value());
        var divisions = new ArrayList<String>();
        var days = new ArrayList<VisitDay>();
        var unknown = new TreeSet<Year>();
        for (var place : places) {
            var ofMonth = plans.at(place).in(month);
            for (var day : ofMonth.days()) {
                divisions.add(place);
                days.add(day);
            }
            if (ofMonth.yearUnknown() != null) {
                unknown.add(Objects.requireNonNull(ofMonth.yearUnknown()));
            }
        }
        return new PlannedWalks(
                List.copyOf(places),
                divisions,
                days,
                unknown.stream().map(Year::getValue).toList());
    }

    /** Typed, because an empty list does not say of what it is empty. */
    LocalDate[] planned() {
        return days.stream().map(VisitDay::planned).toArray(LocalDate[]::new);
    }

    LocalDate[] dates() {
        return days.stream().map(VisitDay::date).toArray(LocalDate[]::new);
    }
}
