package cn.minyi5.intake.visit.application;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Shows one visit: whole to the team that made it, without complaints about officials to the desk. */
@ApplicationScoped
public class ShowVisit {

    private final Visits visits;

    ShowVisit(Visits visits) {
        this.visits = visits;
    }

    /** @throws Refusal {@code visit.unknown} */
    public Uni<VisitOverview> handle(UUID id, Actor actor) {
        return visits.find(id).map(visit -> {
            if (visit == null || !actor.maySee(visit.grid())) {
                throw Refusal.notFound("visit.unknown");
            }
            if (visit.teamCode().equals(actor.team()) || actor.is(Roles.SUPERVISOR)) {
                return visit;
            }
            if (actor.is(Roles.DISPATCHER)) {
                return visit.withoutConfidential();
            }
            throw Refusal.notFound("visit.unknown");
        });
    }
}
