package cn.minyi5.escalation.figures.http;

import cn.minyi5.access.Roles;
import cn.minyi5.escalation.figures.application.CountFigures;
import cn.minyi5.escalation.figures.application.Evidence;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Grouping;
import cn.minyi5.escalation.figures.domain.Period;
import cn.minyi5.escalation.paging.Keyset;
import cn.minyi5.escalation.sight.Sight;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Figures, and the rows behind each. */
@Path("/api/figures")
@RolesAllowed({Roles.SUPERVISOR, Roles.DISPATCHER, Roles.DEPARTMENT_HEAD})
class FigureResource {

    private final CountFigures countFigures;
    private final Evidence evidence;
    private final CurrentActor actor;

    FigureResource(CountFigures countFigures, Evidence evidence, CurrentActor actor) {
        this.countFigures = countFigures;
        this.evidence = evidence;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "getFigures", summary = "督考数字 / Figures of a period, whole or side by side")
    public Uni<FiguresView> figures(
            @RestQuery @Nullable String from, @RestQuery @Nullable String to, @RestQuery @Nullable String by) {
        var period = Period.parse(from, to);
        var grouping = by == null ? null : Grouping.of(by);
        var sight = Sight.of(actor.get());
        var whole = countFigures.handle(period, sight);
        if (grouping == null) {
            return whole.map(figures -> FiguresView.of(period, figures, null));
        }
        return whole.flatMap(figures ->
                countFigures.handle(period, grouping, sight).map(groups -> FiguresView.of(period, figures, groups)));
    }

    @GET
    @Path("{code}/rows")
    @Operation(operationId = "listFigureRows", summary = "数字背后的明细 / The rows behind a figure")
    public Uni<Page<EvidenceRowView>> rows(
            @RestPath String code,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String department,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return evidence.rows(
                        FigureCode.of(code),
                        Period.parse(from, to),
                        department,
                        Keyset.parse(after),
                        limit,
                        Sight.of(actor.get()))
                .map(rows -> page(rows, limit));
    }

    private static Page<EvidenceRowView> page(Evidence.Rows found, int limit) {
        var rows = found.rows();
        var last = rows.size() < limit ? null : rows.get(rows.size() - 1);
        return new Page<>(
                rows.stream().map(EvidenceRowView::of).toList(),
                last == null ? null : new Keyset(last.at(), last.subject()).toString(),
                found.total());
    }
}
