package cn.minyi5.intake.calendar.http;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.calendar.VisitCalendar;
import cn.minyi5.intake.calendar.domain.VisitDays;
import cn.minyi5.web.CurrentActor;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/visit-days")
@Authenticated
class VisitDayResource {

    private final VisitCalendar calendar;
    private final CurrentActor actor;

    VisitDayResource(VisitCalendar calendar, CurrentActor actor) {
        this.calendar = calendar;
        this.actor = actor;
    }

    /** @param yearUnknown the working calendar has no data of that year, so not every day can be said; null: it has */
    record VisitDaysView(String month, List<Day> days, @Nullable Integer yearUnknown) {

        /** @param planned by the rule @param date on which it is walked */
        record Day(LocalDate planned, LocalDate date, boolean moved) {}

        static VisitDaysView of(VisitDays.OfMonth month) {
            var unknown = month.yearUnknown();
            return new VisitDaysView(
                    month.month().toString(),
                    month.days().stream()
                            .map(day -> new Day(day.planned(), day.date(), day.moved()))
                            .toList(),
                    unknown == null ? null : unknown.getValue());
        }
    }

    @GET
    @Operation(operationId = "listVisitDays", summary = "某月走访日 / The visit days of a month in one's jurisdiction")
    public Uni<VisitDaysView> list(@RestQuery @Nullable String month) {
        var asked = CountyTime.asked(month, YearMonth::parse, () -> Refusal.invalid("months.malformed", "month"));
        return calendar.at(actor.get().division(), asked).map(VisitDaysView::of);
    }
}
