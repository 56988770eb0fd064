package cn.minyi5.intake.category.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.category.Categories;
import cn.minyi5.intake.category.domain.Category;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRowsView;
import cn.minyi5.web.sheet.CsvSheet;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/api/categories")
class CategoryResource {

    private final Categories categories;

    CategoryResource(Categories categories) {
        this.categories = categories;
    }

    @PUT
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "loadCategories", summary = "导入诉求类别 / Adds or changes categories from a CSV file")
    public Uni<CheckedRowsView> load(byte[] file, @Context HttpHeaders headers) {
        return categories
                .load(CsvSheet.read(file, Categories.COLUMNS))
                .map(checked -> CheckedRowsView.of(checked, headers));
    }

    @GET
    @Authenticated
    @Operation(operationId = "listCategories", summary = "诉求类别 / All categories, by code")
    public Uni<Page<Category>> list() {
        return categories.all().map(all -> new Page<>(all, null, (long) all.size()));
    }
}
