package cn.minyi5.intake.followup.application;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.RequestEvent.MaskedCitizen;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.application.RequestSealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 回音清单. Tells a team, before its next visit, whom to bring which answer. */
@ApplicationScoped
public class ShowEchoList {

    private final FollowUps followUps;
    private final RequestSealing sealing;

    ShowEchoList(FollowUps followUps, RequestSealing sealing) {
        this.followUps = followUps;
        this.sealing = sealing;
    }

    /** One page and how many echoes there are in all. */
    public record EchoList(List<Echo> echoes, long total) {}

    /** An item and the citizen as a list may show them. */
    public record Echo(EchoItem item, MaskedCitizen citizen) {}

    /** @throws Refusal {@code actor.without-team} */
    public Uni<EchoList> handle(Actor actor, @Nullable UUID after, int limit) {
        var team = actor.team();
        if (team == null) {
            throw Refusal.forbidden("actor.without-team");
        }
        return Uni.combine()
                .all()
                .unis(followUps.echoList(team, after, limit), followUps.countEchoes(team))
                .with((items, total) ->
                        new EchoList(items.stream().map(this::echo).toList(), total));
    }

    private Echo echo(EchoItem item) {
        return new Echo(item, RequestSealing.masked(sealing.open(item.requestId(), item.particulars())));
    }
}
