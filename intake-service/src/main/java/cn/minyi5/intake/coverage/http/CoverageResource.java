package cn.minyi5.intake.coverage.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.coverage.CoverageFigures;
import cn.minyi5.intake.coverage.CoverageFigures.Asked;
import cn.minyi5.intake.coverage.CoverageFigures.By;
import cn.minyi5.intake.coverage.CoverageFigures.MonthCoverage;
import cn.minyi5.intake.coverage.CoverageFigures.Walk;
import cn.minyi5.intake.coverage.domain.Coverage;
import cn.minyi5.intake.coverage.domain.WalkStatus;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CsvSheet;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Secretaries and leaders see their own team's, everybody else their jurisdiction's. */
@Path("/api/coverage")
@RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
class CoverageResource {

    private static final List<String> COLUMNS =
            List.of("code", "name", "grids", "visited_grids", "coverage", "planned", "done", "missed", "ahead");

    private final CoverageFigures figures;
    private final CurrentActor actor;

    CoverageResource(CoverageFigures figures, CurrentActor actor) {
        this.figures = figures;
        this.actor = actor;
    }

    @GET
    @Operation(
            operationId = "getCoverage",
            summary = "走访覆盖 / A month's coverage: grids visited on a visit day ÷ grids, by township, grid or day")
    public Uni<MonthCoverage> get(
            @RestQuery @Nullable String month,
            @RestQuery @Nullable String by,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("200") @Min(1) @Max(1000) int limit) {
        return figures.ofMonth(month(month), by(by), after, limit, actor.get());
    }

    @GET
    @Path("sheet")
    @Produces("text/csv;charset=utf-8")
    @Operation(operationId = "downloadCoverage", summary = "导出走访覆盖 / The same as CSV")
    public Uni<String> sheet(@RestQuery @Nullable String month, @RestQuery @Nullable String by) {
        return figures.ofMonth(month(month), by(by), null, null, actor.get())
                .map(coverage -> CsvSheet.write(Stream.concat(
                        Stream.of(COLUMNS), coverage.items().stream().map(CoverageResource::cells))));
    }

    @GET
    @Path("rows")
    @Operation(operationId = "listCoverageRows", summary = "走访覆盖明细 / The visits behind the figures: one a grid and day")
    public Uni<Page<Walk>> rows(
            @RestQuery @Nullable String month,
            @RestQuery @Nullable String place,
            @RestQuery @Nullable String date,
            @RestQuery @Nullable WalkStatus status,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(1000) int limit) {
        var asked = new Asked(
                month(month), place == null ? null : new DivisionCode(place), date == null ? null : day(date), status);
        return figures.rows(asked, after, limit, actor.get());
    }

    private static List<String> cells(Coverage of) {
        return Stream.of(
                        of.code(),
                        of.name(),
                        of.grids(),
                        of.visitedGrids(),
                        of.rate(),
                        of.planned(),
                        of.done(),
                        of.missed(),
                        of.ahead())
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    private static YearMonth month(@Nullable String month) {
        return CountyTime.asked(month, YearMonth::parse, () -> Refusal.invalid("months.malformed", "month"));
    }

    static LocalDate day(String date) {
        return CountyTime.asked(date, LocalDate::parse, () -> Refusal.invalid("day.malformed", "date"));
    }

    private static By by(@Nullable String by) {
        var known = Refusal.ifUnreadable(
                "coverage.by-unknown", "by", by, text -> By.valueOf(text.toUpperCase(Locale.ROOT)));
        return known == null ? By.TOWNSHIP : known;
    }
}
