package cn.minyi5.escalation.bulletin.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.bulletin.application.Bulletins;
import cn.minyi5.escalation.bulletin.application.IssueBulletin;
import cn.minyi5.escalation.bulletin.application.ReadBulletin;
import cn.minyi5.escalation.bulletin.domain.Bulletin;
import cn.minyi5.escalation.figures.domain.Period;
import cn.minyi5.escalation.figures.http.EvidenceRowView;
import cn.minyi5.escalation.sight.Sight;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Bulletins: issued by the county's supervision office, read by those it concerns. */
@Path("/api/bulletins")
@RolesAllowed({Roles.SUPERVISOR, Roles.DISPATCHER, Roles.DEPARTMENT_HEAD})
class BulletinResource {

    private static final int CREATED = 201;

    private final IssueBulletin issueBulletin;
    private final ReadBulletin readBulletin;
    private final Bulletins bulletins;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    BulletinResource(
            IssueBulletin issueBulletin,
            ReadBulletin readBulletin,
            Bulletins bulletins,
            Idempotency idempotency,
            CurrentActor actor) {
        this.issueBulletin = issueBulletin;
        this.readBulletin = readBulletin;
        this.bulletins = bulletins;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    @POST
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(operationId = "issueBulletin", summary = "印发某月通报 / Issues the bulletin of a month")
    public Uni<Response> issue(
            @NotNull @Valid BulletinInput input, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
        var key = Idempotency.required(idempotencyKey);
        var month = Period.month(input.month(), "month");
        var office = actor.get();
        if (!Sight.isCounty(office)) {
            throw Refusal.forbidden("bulletin.county-only");
        }
        return idempotency.once(key, office, "issue-bulletin", input, CREATED, tx -> issueBulletin
                .handle(tx, month)
                .map(BulletinView::of));
    }

    @GET
    @Operation(operationId = "listBulletins", summary = "通报列表 / Bulletins, oldest first")
    public Uni<Page<BulletinView>> list(
            @RestQuery @Nullable UUID after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return bulletins.list(after, limit).flatMap(page -> bulletins.count().map(total -> page(page, total, limit)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getBulletin", summary = "一期通报 / One bulletin with its frozen figures")
    public Uni<BulletinView> get(@RestPath UUID id) {
        return readBulletin.handle(id).map(BulletinView::of);
    }

    @GET
    @Path("{id}/rows")
    @Operation(operationId = "listBulletinRows", summary = "通报的冻结明细 / The rows frozen for a bulletin")
    public Uni<Page<EvidenceRowView>> rows(
            @RestPath UUID id,
            @RestQuery @DefaultValue("0") @Min(0) int after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit) {
        var sight = Sight.of(actor.get());
        return readBulletin
                .rows(id, after, limit, sight)
                .map(found -> new Page<>(
                        found.rows().stream().map(EvidenceRowView::of).toList(),
                        found.rows().size() < limit ? null : String.valueOf(found.lastNo()),
                        found.total()));
    }

    private static Page<BulletinView> page(List<Bulletin> page, long total, int limit) {
        return new Page<>(
                page.stream().map(BulletinView::of).toList(),
                page.size() < limit ? null : page.get(page.size() - 1).id().toString(),
                total);
    }
}
