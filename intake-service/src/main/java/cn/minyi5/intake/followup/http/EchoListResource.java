package cn.minyi5.intake.followup.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.followup.application.ShowEchoList;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/me/echo-list")
class EchoListResource {

    private final ShowEchoList showEchoList;
    private final CurrentActor actor;

    EchoListResource(ShowEchoList showEchoList, CurrentActor actor) {
        this.showEchoList = showEchoList;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER})
    @Operation(operationId = "showEchoList", summary = "回音清单 / Whom one's team must bring which answer, oldest first")
    public Uni<Page<EchoView>> show(
            @RestQuery @Nullable UUID after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return showEchoList.handle(actor.get(), after, limit).map(list -> EchoView.page(list, limit));
    }
}
