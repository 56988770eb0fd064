package cn.minyi5.intake.masterdata.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.intake.masterdata.Categories;
import cn.minyi5.intake.masterdata.MasterData;
import cn.minyi5.intake.masterdata.MasterData.MasterDataCounts;
import cn.minyi5.intake.masterdata.MasterDataChanges;
import cn.minyi5.intake.masterdata.MasterDataChanges.Loading;
import cn.minyi5.intake.masterdata.domain.Category;
import cn.minyi5.intake.masterdata.domain.Grid;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CheckedRowsView;
import io.quarkus.security.Authenticated;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api")
@Authenticated
class MasterDataResource {

    private final MasterData masterData;
    private final Categories categories;
    private final MasterDataChanges changes;
    private final CurrentActor actor;

    MasterDataResource(MasterData masterData, Categories categories, MasterDataChanges changes, CurrentActor actor) {
        this.masterData = masterData;
        this.changes = changes;
        this.categories = categories;
        this.actor = actor;
    }

    @PUT
    @Path("divisions")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "loadDivisions", summary = "导入行政区划 / Adds or renames divisions from a CSV file")
    public Uni<CheckedRowsView> loadDivisions(@NotNull InputStream file, @Context HttpHeaders headers) {
        return load(masterData.divisions(file, actor.get().division()), headers);
    }

    @PUT
    @Path("grids")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "loadGrids", summary = "导入网格 / Adds or renames grids from a CSV file")
    public Uni<CheckedRowsView> loadGrids(@NotNull InputStream file, @Context HttpHeaders headers) {
        return load(masterData.grids(file, actor.get().division()), headers);
    }

    @PUT
    @Path("categories")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "loadCategories", summary = "导入诉求类别 / Adds or changes categories from a CSV file")
    public Uni<CheckedRowsView> loadCategories(@NotNull InputStream file, @Context HttpHeaders headers) {
        return load(categories.sheet(file, actor.get().division()), headers);
    }

    private Uni<CheckedRowsView> load(Loading<? extends CheckedRows<?>> loading, HttpHeaders headers) {
        return changes.load(loading, actor.get()).map(loaded -> CheckedRowsView.of(loaded.read(), headers));
    }

    @GET
    @Path("grids")
    @Operation(operationId = "listGrids", summary = "辖区网格 / Grids of one's jurisdiction, by code")
    public Uni<Page<Grid>> listGrids(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(1000) int limit) {
        return masterData.grids(actor.get().division(), after == null ? null : new GridCode(after), limit);
    }

    @GET
    @Path("grids/sheet")
    @Produces("text/csv;charset=utf-8")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
    @Operation(operationId = "downloadGrids", summary = "导出网格 / Grids with what was merged into each, as CSV")
    public Uni<String> gridSheet() {
        return masterData.gridSheet(actor.get().division());
    }

    @GET
    @Path("categories")
    @Operation(operationId = "listCategories", summary = "诉求类别 / Categories of one's jurisdiction, by code")
    public Uni<Page<Category>> listCategories() {
        return categories.around(actor.get().division()).map(all -> new Page<>(all, null, (long) all.size()));
    }

    @GET
    @Path("master-data")
    @Operation(operationId = "countMasterData", summary = "基础数据计数 / How much master data one's jurisdiction has")
    public Uni<MasterDataCounts> count() {
        return masterData.countMasterData(actor.get().division());
    }
}
