package cn.minyi5.routing.catalogue.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.catalogue.application.Departments;
import cn.minyi5.routing.catalogue.application.RefusedRow;
import cn.minyi5.routing.catalogue.application.SaveDepartments;
import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.web.Page;
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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** 部门. Who can be responsible. */
@Path("/api/departments")
class DepartmentResource {

    private static final List<String> COLUMNS = List.of("code", "name");

    private final Departments departments;
    private final SaveDepartments saveDepartments;

    DepartmentResource(Departments departments, SaveDepartments saveDepartments) {
        this.departments = departments;
        this.saveDepartments = saveDepartments;
    }

    record Accepted(int accepted, List<RefusedRowView> refused) {}

    @PUT
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(
            operationId = "putDepartments",
            summary = "导入部门 / Departments and townships as CSV: code,name; good rows in, bad rows back")
    public Uni<Accepted> put(@NotNull String body, @Context HttpHeaders headers) {
        var good = new ArrayList<Department>();
        var bad = new ArrayList<RefusedRowView>();
        for (var row : CsvTable.read(body, COLUMNS)) {
            try {
                good.add(new Department(row.cell("code"), row.cell("name")));
            } catch (Refusal because) {
                bad.add(RefusedRowView.of(new RefusedRow(row.row(), because), headers));
            }
        }
        return saveDepartments.handle(good).replaceWith(new Accepted(good.size(), bad));
    }

    @GET
    @Authenticated
    @Operation(operationId = "listDepartments", summary = "部门列表 / Departments by code")
    public Uni<Page<Department>> list(
            @RestQuery @DefaultValue("") String after, @RestQuery @DefaultValue("200") @Min(1) @Max(500) int limit) {
        return departments
                .page(after, limit)
                .map(found -> new Page<>(
                        found,
                        found.size() < limit ? null : found.get(limit - 1).code(),
                        null));
    }
}
