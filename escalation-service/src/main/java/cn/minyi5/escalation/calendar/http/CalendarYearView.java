package cn.minyi5.escalation.calendar.http;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.escalation.calendar.application.SpecialDays;
import java.time.OffsetDateTime;

record CalendarYearView(int year, long holidays, long makeUpWorkdays, OffsetDateTime loadedAt) {

    static CalendarYearView of(SpecialDays.LoadedYear year) {
        return new CalendarYearView(
                year.year(), year.holidays(), year.makeUpWorkdays(), CountyTime.at(year.loadedAt()));
    }
}
