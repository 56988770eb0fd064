package cn.minyi5.escalation.calendar.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.calendar.application.LoadCalendarYear;
import cn.minyi5.escalation.calendar.application.SpecialDays;
import cn.minyi5.web.Page;
import cn.minyi5.web.ProblemTexts;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The working calendar: loaded by an administrator, read by anybody logged in. */
@Path("/api/calendar")
@Authenticated
class CalendarResource {

    private final LoadCalendarYear loadCalendarYear;
    private final SpecialDays specialDays;

    CalendarResource(LoadCalendarYear loadCalendarYear, SpecialDays specialDays) {
        this.loadCalendarYear = loadCalendarYear;
        this.specialDays = specialDays;
    }

    @PUT
    @Path("years/{year}")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "loadCalendarYear", summary = "载入一年的节假日与调休 / Loads a year's special days")
    public Uni<LoadedCsvView> load(@RestPath int year, String csv, @Context HttpHeaders headers) {
        var language = ProblemTexts.language(headers.getAcceptableLanguages());
        return loadCalendarYear
                .handle(Year.of(year), CalendarCsv.read(csv))
                .map(outcome -> LoadedCsvView.of(outcome, language));
    }

    @GET
    @Path("years")
    @Operation(operationId = "listCalendarYears", summary = "已载入的年份 / Years that have data")
    public Uni<Page<CalendarYearView>> years() {
        return specialDays
                .years()
                .map(years ->
                        new Page<>(years.stream().map(CalendarYearView::of).toList(), null, (long) years.size()));
    }

    @GET
    @Path("days/{date}")
    @Operation(operationId = "getCalendarDay", summary = "某日是否上班 / Whether a day is worked")
    public Uni<CalendarDayView> day(@RestPath String date) {
        var day = parse(date);
        return specialDays.calendarOf(Year.from(day)).map(calendar -> CalendarDayView.of(calendar.on(day)));
    }

    private static LocalDate parse(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw Refusal.invalid("calendar.date-malformed", "date").with("value", date);
        }
    }
}
