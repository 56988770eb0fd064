package cn.minyi5.intake.grid.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.intake.grid.application.ListGrids;
import cn.minyi5.intake.grid.application.LoadGrids;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRowsView;
import cn.minyi5.web.sheet.CsvSheet;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/grids")
class GridResource {

    private final LoadGrids loadGrids;
    private final ListGrids listGrids;
    private final CurrentActor actor;

    GridResource(LoadGrids loadGrids, ListGrids listGrids, CurrentActor actor) {
        this.loadGrids = loadGrids;
        this.listGrids = listGrids;
        this.actor = actor;
    }

    @PUT
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "loadGrids", summary = "导入网格 / Adds or renames grids from a CSV file")
    public Uni<CheckedRowsView> load(byte[] file, @Context HttpHeaders headers) {
        return loadGrids
                .handle(CsvSheet.read(file, LoadGrids.COLUMNS), actor.get().division())
                .map(checked -> CheckedRowsView.of(checked, headers));
    }

    @GET
    @Authenticated
    @Operation(operationId = "listGrids", summary = "辖区网格 / Grids of one's jurisdiction, by code")
    public Uni<Page<GridView>> list(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(1000) int limit) {
        return listGrids
                .handle(actor.get().division(), after == null ? null : new GridCode(after), limit)
                .map(listed -> GridView.page(listed, limit));
    }
}
