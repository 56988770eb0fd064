package cn.minyi5.intake.importing.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.importing.application.ReturnRefusedRows;
import cn.minyi5.intake.importing.application.ShowImport;
import cn.minyi5.intake.importing.domain.ImportProgress;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.ProblemTexts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/imports/{id}")
@RolesAllowed(Roles.ADMINISTRATOR)
class ImportResource {

    private final ShowImport showImport;
    private final ReturnRefusedRows returnRefusedRows;
    private final CurrentActor actor;

    ImportResource(ShowImport showImport, ReturnRefusedRows returnRefusedRows, CurrentActor actor) {
        this.showImport = showImport;
        this.returnRefusedRows = returnRefusedRows;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "getImport", summary = "导入进度 / How far an import has come")
    public Uni<ImportProgress> get(@RestPath UUID id) {
        return showImport.handle(id, actor.get().division());
    }

    @GET
    @Path("refused-rows")
    @Produces("text/csv;charset=utf-8")
    @Operation(
            operationId = "listRefusedRows",
            summary = "未导入的行及原因 / Rows that were not taken, as they came, with the reason as last column")
    public Uni<String> refusedRows(@RestPath UUID id, @Context HttpHeaders headers) {
        var language = ProblemTexts.language(headers.getAcceptableLanguages());
        return returnRefusedRows.handle(id, actor.get().division()).map(rows -> RefusedRowsFile.of(rows, language));
    }
}
