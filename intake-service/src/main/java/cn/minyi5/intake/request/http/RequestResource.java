package cn.minyi5.intake.request.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.request.application.DiscloseContact;
import cn.minyi5.intake.request.application.ShowRequest;
import cn.minyi5.web.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/api/requests/{id}")
class RequestResource {

    private final ShowRequest showRequest;
    private final DiscloseContact discloseContact;
    private final CurrentActor actor;

    RequestResource(ShowRequest showRequest, DiscloseContact discloseContact, CurrentActor actor) {
        this.showRequest = showRequest;
        this.discloseContact = discloseContact;
        this.actor = actor;
    }

    /** The reason for which a contact is to be shown. */
    record DisclosureInput(@Nullable String reason) {}

    @GET
    @RolesAllowed({
        Roles.SECRETARY,
        Roles.TEAM_LEADER,
        Roles.CLERK,
        Roles.DEPARTMENT_HEAD,
        Roles.DISPATCHER,
        Roles.SUPERVISOR
    })
    @Operation(operationId = "getRequest", summary = "诉求详情 / One request; the citizen masked but for the team's own")
    public Uni<RequestView> get(@RestPath UUID id) {
        return showRequest.handle(id, actor.get()).map(RequestView::of);
    }

    @POST
    @Path("contact-disclosures")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.CLERK, Roles.SUPERVISOR})
    @Operation(operationId = "discloseContact", summary = "查看联系方式（留痕） / Shows the contact, for a reason, logged")
    public Uni<ContactView> disclose(@RestPath UUID id, @Nullable DisclosureInput input) {
        return discloseContact
                .handle(id, input == null ? null : input.reason(), actor.get())
                .map(ContactView::of);
    }
}
