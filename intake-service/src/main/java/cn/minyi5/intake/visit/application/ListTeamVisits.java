package cn.minyi5.intake.visit.application;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The visits of one's own team, the newest first, page by page. */
@ApplicationScoped
public class ListTeamVisits {

    private final Visits visits;

    ListTeamVisits(Visits visits) {
        this.visits = visits;
    }

    /** One page and how many visits there are in all. */
    public record Listed(List<VisitSummary> visits, long total) {}

    /** @throws Refusal {@code actor.without-team} */
    public Uni<Listed> handle(Actor actor, @Nullable UUID after, int limit) {
        var team = actor.team();
        if (team == null) {
            throw Refusal.forbidden("actor.without-team");
        }
        return Uni.combine()
                .all()
                .unis(visits.page(team, after, limit), visits.count(team))
                .with(Listed::new);
    }
}
