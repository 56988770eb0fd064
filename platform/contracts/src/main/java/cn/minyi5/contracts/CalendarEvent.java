package cn.minyi5.contracts;

import cn.minyi5.contracts.language.SpecialDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 工作日历. What happens to the working calendar, which several services count by. */
@Event.Topic("escalation.calendar")
public sealed interface CalendarEvent extends Event {

    /**
     * A year was loaded, or loaded anew: all its special days in the places of {@code division}, in place of those told
     * before; everywhere where it is null, as before it was told.
     */
    @Type("calendar.year-published.v1")
    record YearPublished(int year, List<SpecialDay> days, @Nullable String division) implements CalendarEvent {
        @Override
        public String subject() {
            return String.valueOf(year);
        }
    }
}
