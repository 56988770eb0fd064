package cn.minyi5.escalation.calendar.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.WorkingCalendar.Answer;
import cn.minyi5.escalation.calendar.CalendarYears;
import cn.minyi5.escalation.calendar.domain.YearlyNotice;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRowsView;
import cn.minyi5.web.sheet.CsvSheet;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.time.Year;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The working calendar: loaded by an administrator, read by anybody logged in. */
@Path("/api/calendar")
@Authenticated
class CalendarResource {

    private static final List<String> COLUMNS = List.of("date", "kind", "festival");

    private final CalendarYears years;
    private final CurrentActor actor;

    CalendarResource(CalendarYears years, CurrentActor actor) {
        this.years = years;
        this.actor = actor;
    }

    @PUT
    @Path("years/{year}")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "loadCalendarYear", summary = "载入一年的节假日与调休 / Loads a year's special days")
    public Uni<CheckedRowsView> load(@RestPath int year, @NotNull InputStream csv, @Context HttpHeaders headers) {
        return years.load(
                        Year.of(year), CsvSheet.read(csv, COLUMNS), actor.get().division())
                .map(checked -> CheckedRowsView.of(checked, headers));
    }

    @GET
    @Path("years")
    @Operation(operationId = "listCalendarYears", summary = "已载入的年份 / Years that have data")
    public Uni<Page<CalendarYears.LoadedYear>> years() {
        return years.list(actor.get().division()).map(all -> new Page<>(all, null, (long) all.size()));
    }

    @GET
    @Path("days/{date}")
    @Operation(operationId = "getCalendarDay", summary = "某日是否上班 / Whether a day is worked")
    public Uni<Answer.Day> day(@RestPath String date) {
        var day = YearlyNotice.date(date);
        return years.calendarAt(actor.get().division(), Year.from(day)).map(calendar -> known(calendar.on(day)));
    }

    private static Answer.Day known(Answer answer) {
        if (answer instanceof Answer.YearUnknown unknown) {
            throw Refusal.notFound("calendar.year-unknown")
                    .with("year", unknown.year().getValue());
        }
        return (Answer.Day) answer;
    }
}
