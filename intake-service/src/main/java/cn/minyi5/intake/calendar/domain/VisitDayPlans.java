package cn.minyi5.intake.calendar.domain;

import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.contracts.language.WorkingCalendar;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rules and holidays of several divisions, from which the visit days of each place among them follow.
 *
 * @param specialDays what each division has published of the working calendar, by division and year
 */
public record VisitDayPlans(List<VisitDayRule> rules, Map<String, Map<Integer, List<SpecialDay>>> specialDays) {

    /** @param place code of a division or grid */
    public VisitDays at(String place) {
        var byYear = new HashMap<Integer, List<SpecialDay>>();
        specialDays.keySet().stream()
                .filter(place::startsWith)
                .sorted(Comparator.comparingInt(String::length))
                .map(specialDays::get)
                .forEach(byYear::putAll);
        return new VisitDays(
                rules.stream().filter(rule -> place.startsWith(rule.division())).toList(),
                new WorkingCalendar(
                        byYear.values().stream().flatMap(Collection::stream).toList()));
    }

    /** The divisions that have decided anything of their own: places of one of them have the same visit days. */
    public Set<String> divisions() {
        var divisions = rules.stream().map(VisitDayRule::division).collect(Collectors.toCollection(TreeSet::new));
        divisions.addAll(specialDays.keySet());
        return divisions;
    }
}
