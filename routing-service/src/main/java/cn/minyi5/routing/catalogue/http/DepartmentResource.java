package cn.minyi5.routing.catalogue.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.catalogue.Departments;
import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRows;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** 部门. Who can be responsible. */
@Path("/api/departments")
class DepartmentResource {

    private static final List<String> COLUMNS = List.of("code", "name");

    private final Departments departments;

    DepartmentResource(Departments departments) {
        this.departments = departments;
    }

    @PUT
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(
            operationId = "putDepartments",
            summary = "导入部门 / Departments and townships as CSV: code,name; good rows in, bad rows back")
    public Uni<CheckedRowsView> put(@NotNull byte[] body, @Context HttpHeaders headers) {
        var checked = CheckedRows.check(
                CsvSheet.read(body, COLUMNS),
                row -> new Department(row.cell("code"), row.cell("name")),
                // A code that stands there twice is no fault: the later name wins.
                department -> new Object());
        return departments.save(checked.good()).map(saved -> CheckedRowsView.of(checked, headers));
    }

    @GET
    @Authenticated
    @Operation(operationId = "listDepartments", summary = "部门列表 / Departments by code")
    public Uni<Page<Department>> list(
            @RestQuery @DefaultValue("") String after, @RestQuery @DefaultValue("200") @Min(1) @Max(500) int limit) {
        return departments
                .page(after, Page.oneMoreThan(limit))
                .map(found -> Page.of(found, limit, Department::code, null));
    }
}
