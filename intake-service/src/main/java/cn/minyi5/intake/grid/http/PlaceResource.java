package cn.minyi5.intake.grid.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.intake.grid.Divisions;
import cn.minyi5.intake.grid.Grids;
import cn.minyi5.intake.grid.domain.Grid;
import cn.minyi5.intake.grid.domain.MasterDataCounts;
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

@Path("/api")
class PlaceResource {

    private final Divisions divisions;
    private final Grids grids;
    private final CurrentActor actor;

    PlaceResource(Divisions divisions, Grids grids, CurrentActor actor) {
        this.divisions = divisions;
        this.grids = grids;
        this.actor = actor;
    }

    record GridView(String code, String name) {

        static GridView of(Grid grid) {
            return new GridView(grid.code().value(), grid.name());
        }
    }

    @PUT
    @Path("divisions")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "loadDivisions", summary = "导入行政区划 / Adds or renames divisions from a CSV file")
    public Uni<CheckedRowsView> loadDivisions(byte[] file, @Context HttpHeaders headers) {
        return divisions
                .load(CsvSheet.read(file, Divisions.COLUMNS), actor.get().division())
                .map(checked -> CheckedRowsView.of(checked, headers));
    }

    @PUT
    @Path("grids")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "loadGrids", summary = "导入网格 / Adds or renames grids from a CSV file")
    public Uni<CheckedRowsView> loadGrids(byte[] file, @Context HttpHeaders headers) {
        return grids.load(CsvSheet.read(file, Grids.COLUMNS), actor.get().division())
                .map(checked -> CheckedRowsView.of(checked, headers));
    }

    @GET
    @Path("grids")
    @Authenticated
    @Operation(operationId = "listGrids", summary = "辖区网格 / Grids of one's jurisdiction, by code")
    public Uni<Page<GridView>> listGrids(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(1000) int limit) {
        return grids.page(actor.get().division(), after == null ? null : new GridCode(after), limit)
                .map(page -> page.map(GridView::of));
    }

    @GET
    @Path("master-data")
    @Authenticated
    @Operation(operationId = "countMasterData", summary = "基础数据计数 / How much master data one's jurisdiction has")
    public Uni<MasterDataCounts> count() {
        return grids.countMasterData(actor.get().division());
    }
}
