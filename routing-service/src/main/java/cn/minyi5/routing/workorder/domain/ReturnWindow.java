package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * 退单时限. How long after its dispatch an order may be returned: the window includes its last moment. Where the calendar
 * has no data for the year it stays open: whether a department is late cannot be said then, and a return that comes late
 * is still judged by the desk, while one that was refused in error is lost.
 *
 * @param onDuty in working hours
 */
public record ReturnWindow(Duration onDuty, WorkingCalendar calendar) {

    boolean isOpenAt(Instant moment, Instant dispatchedAt) {
        return calendar.after(dispatchedAt, onDuty)
                .map(last -> !moment.isAfter(last))
                .orElse(true);
    }
}
