package cn.minyi5.routing.catalogue.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.catalogue.Departments;
import cn.minyi5.routing.catalogue.domain.Department;
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
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** 部门. Those that can be responsible, for everybody who works with them; new ones by administrators. */
@Path("/api")
@Authenticated
class DepartmentResource {

    private static final List<String> DEPARTMENT_COLUMNS = List.of("code", "name");

    private final CurrentActor currentActor;
    private final Departments departments;

    DepartmentResource(CurrentActor currentActor, Departments departments) {
        this.currentActor = currentActor;
        this.departments = departments;
    }

    @PUT
    @Path("departments")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(
            operationId = "putDepartments",
            summary = "导入部门 / Departments and townships as CSV: code,name; good rows in, bad rows back")
    public Uni<CheckedRowsView> putDepartments(@NotNull InputStream body, @Context HttpHeaders headers) {
        var rows = CsvSheet.read(body, DEPARTMENT_COLUMNS);
        return departments
                .load(rows, currentActor.get().division())
                .map(checked -> CheckedRowsView.of(checked, headers));
    }

    @GET
    @Path("departments")
    @Operation(operationId = "listDepartments", summary = "部门列表 / Departments of one's jurisdiction, by code")
    public Uni<Page<Department>> listDepartments(
            @RestQuery @DefaultValue("") String after, @RestQuery @DefaultValue("200") @Min(1) @Max(500) int limit) {
        return departments.page(currentActor.get().division(), after, limit);
    }
}
