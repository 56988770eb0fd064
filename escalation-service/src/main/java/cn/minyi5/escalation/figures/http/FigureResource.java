package cn.minyi5.escalation.figures.http;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.BulletinEvent.Row;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.escalation.figures.ElapsedTimes;
import cn.minyi5.escalation.figures.ElapsedTimes.ElapsedTime;
import cn.minyi5.escalation.figures.EvidencePosition;
import cn.minyi5.escalation.figures.FigureQueries;
import cn.minyi5.escalation.figures.FigureQueries.Grouping;
import cn.minyi5.escalation.figures.Tallies.FigureGroup;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Months;
import cn.minyi5.escalation.figures.domain.Spread;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.jackson.JacksonMixin;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Figures, and the rows behind each. */
@Path("/api/figures")
@RolesAllowed({Roles.SUPERVISOR, Roles.DISPATCHER, Roles.DEPARTMENT_HEAD})
class FigureResource {

    private static final int HALF_A_MINUTE = 30;

    private final FigureQueries figures;
    private final ElapsedTimes times;
    private final CurrentActor actor;

    FigureResource(FigureQueries figures, ElapsedTimes times, CurrentActor actor) {
        this.figures = figures;
        this.times = times;
        this.actor = actor;
    }

    /** Figures of a period; {@code groups} only where a grouping was asked for. */
    record FiguresView(String from, String to, List<Figure> figures, @Nullable List<FigureGroup> groups) {

        FiguresView(MonthRange period, List<Figure> figures, @Nullable List<FigureGroup> groups) {
            this(period.from().toString(), period.to().toString(), figures, groups);
        }
    }

    /** How long the steps took that were done in a period, in whole minutes. */
    record TimesView(String from, String to, List<TimeView> times) {}

    /** Natural and working time; null where there is nothing to count, or no calendar to count it by. */
    record TimeView(String code, int count, @Nullable SpreadView natural, @Nullable SpreadView working) {

        static TimeView of(ElapsedTime time) {
            return new TimeView(
                    time.code(), time.count(), SpreadView.of(time.natural()), SpreadView.of(time.working()));
        }
    }

    record SpreadView(long medianMinutes, long p90Minutes) {

        static @Nullable SpreadView of(@Nullable Spread spread) {
            return spread == null ? null : new SpreadView(minutes(spread.median()), minutes(spread.p90()));
        }

        private static long minutes(Duration duration) {
            return duration.plusSeconds(HALF_A_MINUTE).toMinutes();
        }
    }

    /** A rate of nothing is told too, as null. */
    @JacksonMixin(Figure.class)
    interface FigureJson {

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        BigDecimal value();
    }

    @GET
    @Operation(operationId = "getFigures", summary = "督考数字 / Figures of a period, whole or side by side")
    public Uni<FiguresView> figures(
            @RestQuery @Nullable String from, @RestQuery @Nullable String to, @RestQuery @Nullable String by) {
        var period = Months.range(from, to);
        var grouping = by == null ? null : Grouping.of(by);
        var scope = AccessScope.of(actor.get());
        var whole = figures.whole(period, scope);
        if (grouping == null) {
            return whole.map(figures -> new FiguresView(period, figures, null));
        }
        return whole.flatMap(
                all -> figures.grouped(period, grouping, scope).map(groups -> new FiguresView(period, all, groups)));
    }

    @GET
    @Path("times")
    @Operation(
            operationId = "getElapsedTimes",
            summary = "签收、答复、办结用时 / Median and p90 time to sign, reply and close, natural and working")
    public Uni<TimesView> times(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        var period = Months.range(from, to);
        return times.of(period, AccessScope.of(actor.get()))
                .map(found -> new TimesView(
                        period.from().toString(),
                        period.to().toString(),
                        found.stream().map(TimeView::of).toList()));
    }

    /** @param place code of a division; where several counties have a department of the code, whose is meant */
    @GET
    @Path("{code}/rows")
    @Operation(operationId = "listFigureRows", summary = "数字背后的明细 / The rows behind a figure")
    public Uni<Page<Row>> rows(
            @RestPath String code,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String department,
            @RestQuery @Nullable String place,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return figures.rows(
                FigureCode.of(code),
                Months.range(from, to),
                department,
                AccessScope.of(actor.get()).in(place == null ? null : new DivisionCode(place)),
                EvidencePosition.parse(after),
                limit);
    }
}
