package cn.minyi5.intake.coverage.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.coverage.VisitingDays;
import cn.minyi5.intake.coverage.VisitingDays.GridOfDay;
import cn.minyi5.intake.coverage.VisitingDays.VisitingDay;
import cn.minyi5.intake.theme.domain.MonthlyTheme;
import cn.minyi5.web.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/me/visiting-day")
class VisitingDayResource {

    private final VisitingDays days;
    private final CurrentActor actor;

    VisitingDayResource(VisitingDays days, CurrentActor actor) {
        this.days = days;
        this.actor = actor;
    }

    /**
     * @param nextVisitDay after the day; null if the calendar has no data of {@code yearUnknown}
     * @param theme of the month; null if none was published
     */
    record VisitingDayView(
            LocalDate date,
            boolean visitDay,
            @Nullable LocalDate nextVisitDay,
            @Nullable Integer yearUnknown,
            @Nullable ThemeView theme,
            List<GridOfDay> grids) {

        record ThemeView(String month, String title, String text) {

            static @Nullable ThemeView of(@Nullable MonthlyTheme theme) {
                return theme == null ? null : new ThemeView(theme.month().toString(), theme.title(), theme.text());
            }
        }

        static VisitingDayView of(VisitingDay shown) {
            var next = shown.day().next();
            var unknown = shown.day().yearUnknown();
            return new VisitingDayView(
                    shown.day().date(),
                    shown.day().visitDay(),
                    next == null ? null : next.date(),
                    unknown == null ? null : unknown.getValue(),
                    ThemeView.of(shown.theme()),
                    shown.grids());
        }
    }

    @GET
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER})
    @Operation(
            operationId = "showVisitingDay",
            summary = "今日走访 / What a day is to one's team: grids, theme, next visit day")
    public Uni<VisitingDayView> show(@RestQuery @Nullable String date) {
        return days.show(date == null ? null : CoverageResource.day(date), actor.get())
                .map(VisitingDayView::of);
    }
}
