package cn.minyi5.intake.request.application;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.intake.request.domain.RequestCounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Counts the requests of whole months: a team's own, or those of the jurisdiction. */
@ApplicationScoped
public class CountRequests {

    private static final String NO_TEAM = "";

    private final Requests requests;

    CountRequests(Requests requests) {
        this.requests = requests;
    }

    public Uni<RequestCounts> handle(MonthRange months, Actor actor) {
        return requests.count(months, actor.division(), onlyTeam(actor));
    }

    private static @Nullable String onlyTeam(Actor actor) {
        var ofAll = actor.is(Roles.DISPATCHER) || actor.is(Roles.SUPERVISOR) || actor.is(Roles.ADMINISTRATOR);
        if (ofAll) {
            return null;
        }
        return actor.team() == null ? NO_TEAM : actor.team();
    }
}
