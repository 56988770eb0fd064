package cn.minyi5.escalation.paper.http;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Roles;
import cn.minyi5.escalation.paper.PastPapers;
import cn.minyi5.escalation.paper.PastPapers.SpecialReport;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRowsView;
import cn.minyi5.web.sheet.CsvSheet;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Papers from before there was this system. */
@Path("/api")
class PaperResource {

    private final PastPapers papers;
    private final CurrentActor actor;

    PaperResource(PastPapers papers, CurrentActor actor) {
        this.papers = papers;
        this.actor = actor;
    }

    /** A row that is there already changes nothing. */
    @PUT
    @Path("past-papers")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(
            operationId = "bringPapers",
            summary = "导入历史督办通知单和专报 / Brings notices and special reports along under their numbers")
    public Uni<CheckedRowsView> bring(@NotNull InputStream csv, @Context HttpHeaders headers) {
        return papers.bring(
                        CsvSheet.read(csv, PastPapers.columns()), actor.get().division())
                .map(checked -> CheckedRowsView.of(checked, headers));
    }

    @GET
    @Path("special-reports")
    @RolesAllowed({Roles.SUPERVISOR, Roles.DISPATCHER, Roles.DEPARTMENT_HEAD})
    @Operation(operationId = "listSpecialReports", summary = "专报，最早的在前 / Special reports, oldest first")
    public Uni<Page<SpecialReport>> list(
            @RestQuery @Nullable Integer year,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return papers.list(year, AccessScope.of(actor.get()), Cursor.parse(after), limit);
    }
}
