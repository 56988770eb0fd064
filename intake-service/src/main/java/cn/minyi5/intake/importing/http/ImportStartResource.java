package cn.minyi5.intake.importing.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.importing.application.ImportWorker;
import cn.minyi5.intake.importing.application.StartImport;
import cn.minyi5.intake.importing.domain.ImportProgress;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/imports")
class ImportStartResource {

    private static final int ACCEPTED = 202;

    private final StartImport startImport;
    private final ImportWorker worker;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    ImportStartResource(StartImport startImport, ImportWorker worker, Idempotency idempotency, CurrentActor actor) {
        this.startImport = startImport;
        this.worker = worker;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "startImport", summary = "导入历史数据 / Takes a CSV file of history in; worked off afterwards")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportProgress.class)))
    public Uni<Response> start(
            @RestQuery @Nullable String source, @RestHeader("Idempotency-Key") @Nullable String key, byte[] file) {
        var required = Idempotency.required(key);
        var who = actor.get();
        var checked = startImport.check(source, file, who);
        return idempotency
                .once(
                        required,
                        who,
                        "import/" + source,
                        checked.fingerprint(),
                        ACCEPTED,
                        tx -> startImport.handle(tx, checked.started()))
                .invoke(worker::wake);
    }
}
