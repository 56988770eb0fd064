package cn.minyi5.intake.edition.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.edition.EditionView;
import cn.minyi5.intake.edition.EditionView.State;
import cn.minyi5.intake.edition.Editions;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRowsView;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Master data that comes in editions; {@code kind} is visit-day-rules, monthly-themes or policy-cards. */
@Path("/api/editions/{kind}")
class EditionResource {

    private final Editions editions;
    private final CurrentActor actor;

    EditionResource(Editions editions, CurrentActor actor) {
        this.editions = editions;
        this.actor = actor;
    }

    @PUT
    @Path("drafts")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "draftEditions", summary = "起草 / Takes a CSV file as drafts: good rows in, bad rows back")
    public Uni<CheckedRowsView> draft(@RestPath String kind, @NotNull InputStream file, @Context HttpHeaders headers) {
        var by = actor.get();
        return editions.draft(kind, file, by.division(), by.username())
                .map(checked -> CheckedRowsView.of(checked, headers));
    }

    @DELETE
    @Path("drafts")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "discardDrafts", summary = "放弃草案 / Throws one's division's drafts away, or one of them")
    public Uni<Editions.Done> discard(@RestPath String kind, @RestQuery @Nullable String code) {
        return editions.discard(kind, code, actor.get().division());
    }

    @POST
    @Path("publication")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "publishEditions", summary = "发布 / Puts one's division's drafts in force, or one of them")
    public Uni<Editions.Done> publish(
            @RestPath String kind,
            @RestQuery @Nullable String code,
            @RestHeader("Idempotency-Key") @Nullable String key) {
        var command = new Command(actor.get(), "publish/" + kind, key, code);
        return editions.publish(kind, code, command);
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
    @Operation(
            operationId = "listEditions",
            summary = "草案、现行与历史 / Drafts with what they change, what is in force, and what was")
    public Uni<Page<EditionView>> list(
            @RestPath String kind,
            @RestQuery @Nullable String code,
            @RestQuery @Nullable State state,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return editions.page(kind, code, state, actor.get().division(), after, limit);
    }

    @GET
    @Path("sheet")
    @Produces("text/csv;charset=utf-8")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
    @Operation(operationId = "downloadEditions", summary = "导出现行版本 / What one's division has in force, as CSV")
    public Uni<String> sheet(@RestPath String kind) {
        return editions.sheet(kind, actor.get().division());
    }
}
