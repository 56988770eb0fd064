package cn.minyi5.intake.importing.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.importing.HistoryImports;
import cn.minyi5.intake.importing.ImportProgress;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.ProblemTexts;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/imports")
@RolesAllowed(Roles.ADMINISTRATOR)
class ImportResource {

    private final HistoryImports imports;
    private final CurrentActor actor;

    ImportResource(HistoryImports imports, CurrentActor actor) {
        this.imports = imports;
        this.actor = actor;
    }

    @POST
    @ResponseStatus(202)
    @Consumes("text/csv")
    @Blocking
    @Operation(operationId = "startImport", summary = "导入历史数据 / Takes a CSV file of history in; worked off afterwards")
    public Uni<ImportProgress> start(
            @RestQuery @Nullable String source,
            @RestQuery("cut-over") @Nullable String cutOver,
            @RestHeader("Idempotency-Key") @Nullable String key,
            byte[] file) {
        return imports.start(source, cutOver, file, Idempotency.required(key), actor.get());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getImport", summary = "导入进度 / How far an import has come")
    public Uni<ImportProgress> get(@RestPath UUID id) {
        return imports.progress(id, actor.get().division());
    }

    @GET
    @Path("{id}/refused-rows")
    @Produces("text/csv;charset=utf-8")
    @Operation(
            operationId = "listRefusedRows",
            summary = "未导入的行及原因 / Rows that were not taken, as they came, with the reason as last column")
    public Uni<String> refusedRows(@RestPath UUID id, @Context HttpHeaders headers) {
        var language = ProblemTexts.language(headers.getAcceptableLanguages());
        return imports.refusedRows(id, actor.get().division(), language);
    }
}
