package cn.minyi5.county;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the county has drawn itself, in the CSV formats in which the services take master data. */
public record MasterFiles(DemoCounty county) {

    public String grids() {
        return CountyFiles.csv(
                List.of("code", "name"), county.grids().stream().map(grid -> List.of(grid.code(), grid.name())));
    }

    public String teams() {
        return CountyFiles.csv(
                List.of("team_code", "grid_code", "member_no", "name", "role"),
                county.teams().stream().flatMap(MasterFiles::members));
    }

    /** 每月主题. Those of a year, for the twelve months from one on. */
    public String themes(YearMonth first) {
        var ofYear =
                CountyFiles.rows("themes.csv", row -> List.of(row.get("month"), row.get("title"), row.get("text")));
        return CountyFiles.csv(
                List.of("month", "title", "text"),
                Stream.iterate(first, month -> month.plusMonths(1))
                        .limit(ofYear.size())
                        .map(month -> {
                            var theme = ofYear.get(month.getMonthValue() - 1);
                            return List.of(month, theme.get(1), theme.get(2));
                        }));
    }

    /** Holidays and make-up working days by year. */
    public SortedMap<Integer, String> calendarYears() {
        record Day(LocalDate date, String kind, String festival) {}
        var days = CountyFiles.rows(
                "state-council-days.csv",
                row -> new Day(LocalDate.parse(row.get("date")), row.get("kind"), row.get("festival")));
        var years = new TreeMap<Integer, String>();
        days.stream().map(day -> day.date().getYear()).distinct().forEach(year -> {
            var ofYear = days.stream().filter(day -> day.date().getYear() == year);
            years.put(
                    year,
                    CountyFiles.csv(
                            List.of("date", "kind", "festival"),
                            ofYear.map(day -> List.of(day.date(), day.kind(), day.festival()))));
        });
        return years;
    }

    private static Stream<List<?>> members(Team team) {
        return team.members().stream()
                .map(member -> List.of(team.code(), team.gridCode(), member.no(), member.name(), member.role()));
    }
}
