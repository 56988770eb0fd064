package cn.minyi5.intake.policycard.http;

import cn.minyi5.intake.policycard.PolicyCards;
import cn.minyi5.intake.policycard.domain.PolicyCard;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/policy-cards")
@Authenticated
class PolicyCardResource {

    private final PolicyCards cards;
    private final CurrentActor actor;

    PolicyCardResource(PolicyCards cards, CurrentActor actor) {
        this.cards = cards;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listPolicyCards", summary = "政策明白卡 / Policy cards that speak of a category")
    public Uni<Page<PolicyCard>> list(@RestQuery @Nullable String category) {
        return cards.shown(category, actor.get().division()).map(shown -> new Page<>(shown, null, (long) shown.size()));
    }
}
