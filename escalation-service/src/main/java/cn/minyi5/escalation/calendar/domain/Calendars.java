package cn.minyi5.escalation.calendar.domain;

import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.contracts.language.WorkingCalendar;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whose days count at a place (DOMAIN §2). @param byDivision the special days that each division has loaded */
public record Calendars(Map<String, List<SpecialDay>> byDivision) {

    /** Of each year the days of the nearest division that has loaded it. @param place code of a division or grid */
    public WorkingCalendar at(String place) {
        var nearest = new HashMap<Integer, List<SpecialDay>>();
        byDivision.keySet().stream()
                .filter(place::startsWith)
                .sorted(Comparator.comparingInt(String::length))
                .map(division -> byDivision.get(division).stream()
                        .collect(Collectors.groupingBy(day -> day.date().getYear())))
                .forEach(nearest::putAll);
        return new WorkingCalendar(
                nearest.values().stream().flatMap(Collection::stream).toList());
    }
}
