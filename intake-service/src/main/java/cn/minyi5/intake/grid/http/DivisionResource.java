package cn.minyi5.intake.grid.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.grid.application.LoadDivisions;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.sheet.CheckedRowsView;
import cn.minyi5.web.sheet.CsvSheet;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/api/divisions")
class DivisionResource {

    private final LoadDivisions loadDivisions;
    private final CurrentActor actor;

    DivisionResource(LoadDivisions loadDivisions, CurrentActor actor) {
        this.loadDivisions = loadDivisions;
        this.actor = actor;
    }

    @PUT
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "loadDivisions", summary = "导入行政区划 / Adds or renames divisions from a CSV file")
    public Uni<CheckedRowsView> load(byte[] file, @Context HttpHeaders headers) {
        return loadDivisions
                .handle(CsvSheet.read(file, LoadDivisions.COLUMNS), actor.get().division())
                .map(checked -> CheckedRowsView.of(checked, headers));
    }
}
