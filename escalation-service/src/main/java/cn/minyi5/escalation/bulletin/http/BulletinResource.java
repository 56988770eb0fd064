package cn.minyi5.escalation.bulletin.http;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.BulletinEvent.Row;
import cn.minyi5.escalation.bulletin.Bulletins;
import cn.minyi5.escalation.bulletin.Bulletins.Bulletin;
import cn.minyi5.escalation.bulletin.ComparedFigure;
import cn.minyi5.escalation.bulletin.IssueBulletin;
import cn.minyi5.escalation.bulletin.IssuedBulletin;
import cn.minyi5.escalation.figures.domain.Months;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Bulletins: issued by the county's supervision office, read by those it concerns. */
@Path("/api/bulletins")
@RolesAllowed({Roles.SUPERVISOR, Roles.DISPATCHER, Roles.DEPARTMENT_HEAD})
class BulletinResource {

    private final IssueBulletin issueBulletin;
    private final Bulletins bulletins;
    private final CurrentActor actor;

    BulletinResource(IssueBulletin issueBulletin, Bulletins bulletins, CurrentActor actor) {
        this.issueBulletin = issueBulletin;
        this.bulletins = bulletins;
        this.actor = actor;
    }

    /** @param month yyyy-MM */
    record BulletinInput(@NotNull @Schema(pattern = "\\d{4}-\\d{2}", maxLength = 7) String month) {}

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(operationId = "issueBulletin", summary = "印发某月通报 / Issues the bulletin of a month")
    public Uni<IssuedBulletin> issue(
            @NotNull @Valid BulletinInput input, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
        var key = Idempotency.required(idempotencyKey);
        var month = Months.parse(input.month(), "month");
        return issueBulletin.handle(new Command(actor.get(), "issue-bulletin", key, input), month);
    }

    @GET
    @Operation(operationId = "listBulletins", summary = "通报列表 / Bulletins, oldest first")
    public Uni<Page<Bulletin>> list(
            @RestQuery @Nullable UUID after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return bulletins.list(AccessScope.of(actor.get()), after, limit);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getBulletin", summary = "一期通报 / One bulletin with its frozen figures")
    public Uni<IssuedBulletin> get(@RestPath UUID id) {
        return bulletins.get(id, AccessScope.of(actor.get()));
    }

    /** All figures, in the order in which they are printed. */
    record ComparedFigures(List<ComparedFigure> items) {}

    @GET
    @Path("{id}/figures")
    @Operation(operationId = "getBulletinFigures", summary = "印发时与现在 / Its figures as issued and as known now")
    public Uni<ComparedFigures> compared(@RestPath UUID id) {
        return bulletins.compared(id, AccessScope.of(actor.get())).map(ComparedFigures::new);
    }

    @GET
    @Path("{id}/rows")
    @Operation(
            operationId = "listBulletinRows",
            summary = "通报的冻结明细（含补录） / The rows frozen for a bulletin, late arrivals after them")
    public Uni<Page<Row>> rows(
            @RestPath UUID id,
            @RestQuery @DefaultValue("0") @Min(0) int after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return bulletins.rows(id, AccessScope.of(actor.get()), after, limit);
    }
}
