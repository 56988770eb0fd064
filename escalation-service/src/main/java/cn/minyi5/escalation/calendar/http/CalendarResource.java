package cn.minyi5.escalation.calendar.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.calendar.CalendarYears;
import cn.minyi5.escalation.calendar.domain.DayKind;
import cn.minyi5.escalation.calendar.domain.SpecialDay;
import cn.minyi5.escalation.calendar.domain.WorkingCalendar;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRowsView;
import cn.minyi5.web.sheet.CsvSheet;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The working calendar: loaded by an administrator, read by anybody logged in. */
@Path("/api/calendar")
@Authenticated
class CalendarResource {

    private static final List<String> COLUMNS = List.of("date", "kind", "festival");

    private final CalendarYears years;

    CalendarResource(CalendarYears years) {
        this.years = years;
    }

    record CalendarYearView(int year, long holidays, long makeUpWorkdays, OffsetDateTime loadedAt) {

        static CalendarYearView of(CalendarYears.LoadedYear year) {
            return new CalendarYearView(
                    year.year(), year.holidays(), year.makeUpWorkdays(), CountyTime.at(year.loadedAt()));
        }
    }

    record CalendarDayView(LocalDate date, DayKind kind, @Nullable String festival) {

        /** @throws Refusal {@code calendar.year-unknown} */
        static CalendarDayView of(WorkingCalendar.Answer answer) {
            if (answer instanceof WorkingCalendar.Answer.Known day) {
                return new CalendarDayView(day.date(), day.kind(), day.festival());
            }
            var year = ((WorkingCalendar.Answer.YearUnknown) answer).year();
            throw Refusal.notFound("calendar.year-unknown").with("year", year.getValue());
        }
    }

    @PUT
    @Path("years/{year}")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "loadCalendarYear", summary = "载入一年的节假日与调休 / Loads a year's special days")
    public Uni<CheckedRowsView> load(@RestPath int year, byte[] csv, @Context HttpHeaders headers) {
        return years.load(Year.of(year), CsvSheet.read(csv, COLUMNS))
                .map(checked -> CheckedRowsView.of(checked, headers));
    }

    @GET
    @Path("years")
    @Operation(operationId = "listCalendarYears", summary = "已载入的年份 / Years that have data")
    public Uni<Page<CalendarYearView>> years() {
        return years.list()
                .map(all -> new Page<>(all.stream().map(CalendarYearView::of).toList(), null, (long) all.size()));
    }

    @GET
    @Path("days/{date}")
    @Operation(operationId = "getCalendarDay", summary = "某日是否上班 / Whether a day is worked")
    public Uni<CalendarDayView> day(@RestPath String date) {
        var day = SpecialDay.date(date);
        return years.calendarOf(Year.from(day)).map(calendar -> CalendarDayView.of(calendar.on(day)));
    }
}
