package cn.minyi5.intake.request.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.intake.request.Erasures;
import cn.minyi5.intake.request.Requests;
import cn.minyi5.intake.request.Requests.RequestCounts;
import cn.minyi5.intake.request.domain.FreeText;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api")
class RequestResource {

    private final Requests requests;
    private final Erasures erasures;
    private final CurrentActor actor;

    RequestResource(Requests requests, Erasures erasures, CurrentActor actor) {
        this.requests = requests;
        this.erasures = erasures;
        this.actor = actor;
    }

    record DisclosureInput(@Schema(maxLength = FreeText.LONGEST_REASON) @Nullable String reason) {}

    record ErasureInput(@Schema(maxLength = FreeText.LONGEST_REASON) @Nullable String reason) {}

    /** @param erased which of {@code name}, {@code phone}, {@code address}, {@code text}, {@code note} there were */
    record ErasureView(
            UUID receiptId,
            UUID requestId,
            String erasedBy,
            String reason,
            OffsetDateTime erasedAt,
            List<String> erased,
            OffsetDateTime finalAt,
            String fingerprint) {

        static ErasureView of(Erasures.Receipt receipt) {
            var erasure = receipt.erasure();
            return new ErasureView(
                    erasure.receiptId(),
                    receipt.requestId(),
                    erasure.username(),
                    erasure.reason(),
                    CountyTime.at(erasure.erasedAt()),
                    erasure.erased(),
                    CountyTime.at(erasure.finalAt()),
                    receipt.fingerprint());
        }
    }

    record ContactView(@Nullable String name, @Nullable String phone, @Nullable String address) {}

    @GET
    @Path("requests/{id}")
    @RolesAllowed({
        Roles.SECRETARY,
        Roles.TEAM_LEADER,
        Roles.CLERK,
        Roles.DEPARTMENT_HEAD,
        Roles.DISPATCHER,
        Roles.SUPERVISOR
    })
    @Operation(
            operationId = "getRequest",
            summary = "诉求详情 / One request; the citizen masked but for who took it and the lead's clerk")
    public Uni<RequestView> get(@RestPath UUID id) {
        return requests.show(id, actor.get()).map(RequestView::of);
    }

    @POST
    @Path("requests/{id}/contact-disclosures")
    @RolesAllowed({
        Roles.SECRETARY,
        Roles.TEAM_LEADER,
        Roles.CLERK,
        Roles.DEPARTMENT_HEAD,
        Roles.DISPATCHER,
        Roles.SUPERVISOR
    })
    @Operation(operationId = "discloseContact", summary = "查看联系方式（留痕） / Shows the contact, for a reason, logged")
    public Uni<ContactView> disclose(@RestPath UUID id, @Nullable DisclosureInput input) {
        return requests.discloseContact(id, input == null ? null : input.reason(), actor.get())
                .map(shown -> new ContactView(shown.name(), shown.phone(), shown.address()));
    }

    @POST
    @Path("requests/{id}/erasure")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "eraseRequest",
            summary = "删除个人信息（留据，不可恢复） / Erases who the citizen is, for good; again: the first receipt")
    public Uni<ErasureView> erase(@RestPath UUID id, @Nullable ErasureInput input) {
        return erasures.erase(id, input == null ? null : input.reason(), actor.get())
                .map(ErasureView::of);
    }

    @GET
    @Path("referred-requests")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(
            operationId = "listReferredRequests",
            summary = "转交件 / Complaints about the supervision office itself, for the body that they go to")
    public Uni<Page<Requests.Referred>> referred(
            @RestQuery @Nullable UUID after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return requests.referred(actor.get(), after, limit);
    }

    @GET
    @Path("request-counts")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "countRequests",
            summary = "按走访时间计数 / Requests of whole months by visit time; months as 2021-10, both included")
    public Uni<RequestCounts> count(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        return requests.count(MonthRange.asked(from, to), actor.get());
    }
}
