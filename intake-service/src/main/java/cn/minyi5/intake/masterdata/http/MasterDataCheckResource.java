package cn.minyi5.intake.masterdata.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.masterdata.Categories;
import cn.minyi5.intake.masterdata.MasterData;
import cn.minyi5.intake.masterdata.MasterDataChanges;
import cn.minyi5.intake.masterdata.MasterDataChanges.Asked;
import cn.minyi5.intake.masterdata.MasterDataChanges.KeptChange;
import cn.minyi5.intake.masterdata.MasterDataChanges.Kind;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Looks at a sheet before it is loaded, and back at what was changed by those that were. */
@Path("/api")
class MasterDataCheckResource {

    private final MasterData masterData;
    private final Categories categories;
    private final MasterDataChanges changes;
    private final CurrentActor actor;

    MasterDataCheckResource(
            MasterData masterData, Categories categories, MasterDataChanges changes, CurrentActor actor) {
        this.masterData = masterData;
        this.categories = categories;
        this.changes = changes;
        this.actor = actor;
    }

    @POST
    @Path("divisions/check")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(
            operationId = "checkDivisions",
            summary = "试导行政区划，不保存 / What a file of divisions would change; nothing is stored")
    public Uni<CheckedSheetView> checkDivisions(@NotNull InputStream file, @Context HttpHeaders headers) {
        return changes.tried(masterData.divisions(file, actor.get().division()), actor.get())
                .map(tried -> CheckedSheetView.of(tried, headers));
    }

    @POST
    @Path("grids/check")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "checkGrids", summary = "试导网格，不保存 / What a file of grids would change; nothing is stored")
    public Uni<CheckedSheetView> checkGrids(@NotNull InputStream file, @Context HttpHeaders headers) {
        return changes.tried(masterData.grids(file, actor.get().division()), actor.get())
                .map(tried -> CheckedSheetView.of(tried, headers));
    }

    @POST
    @Path("categories/check")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(
            operationId = "checkCategories",
            summary = "试导诉求类别，不保存 / What a file of categories would change; nothing is stored")
    public Uni<CheckedSheetView> checkCategories(@NotNull InputStream file, @Context HttpHeaders headers) {
        return changes.tried(categories.sheet(file, actor.get().division()), actor.get())
                .map(tried -> CheckedSheetView.of(tried, headers));
    }

    /** Latest first. @param code of one division, grid, category or team alone */
    @GET
    @Path("master-data-changes")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
    @Operation(
            operationId = "listMasterDataChanges",
            summary = "区划、网格、类别、服务队的变更历史 / Who changed which division, grid, category or team, and how it was before")
    public Uni<Page<KeptChange>> list(
            @RestQuery @Nullable Kind kind,
            @RestQuery @Nullable @Size(max = 40) String code,
            @RestQuery @Nullable UUID after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return changes.page(new Asked(kind, code), actor.get().division(), after, limit);
    }
}
