package cn.minyi5.intake.request;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.RequestAccess.Visibility;
import cn.minyi5.intake.request.domain.RequestCounts;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows one request, as much of it as is for the reader's eyes, and counts many. */
@ApplicationScoped
public class RequestQueries {

    private static final String NO_TEAM = "";

    /** By hand: a report. */
    private static final String COUNT =
            """
            select count(*) as collected,
                   count(*) filter (where outcome = 'RESOLVED_ON_SPOT') as resolved_on_spot,
                   count(*) filter (where outcome = 'FORWARDED') as forwarded
            from request
            where visited_at >= $1 and visited_at < $2
              and starts_with(grid_code, $3) and ($4::text is null or team_code = $4)""";

    private final Transactions transactions;
    private final Requests requests;
    private final PersonalDataProtection protection;
    private final Sql sql;

    RequestQueries(Transactions transactions, Requests requests, PersonalDataProtection protection, Sql sql) {
        this.transactions = transactions;
        this.requests = requests;
        this.protection = protection;
        this.sql = sql;
    }

    /** Personal data are to be shown masked unless {@code inFull}. */
    public record Shown(TrackedRequest request, PersonalData personalData, boolean inFull) {}

    /** @throws Refusal {@code request.unknown} */
    public Uni<Shown> show(UUID id, Actor actor) {
        var access = RequestAccess.of(actor);
        return transactions.read(() -> requests.find(id).map(found -> {
            var visibility = found == null ? Visibility.NOTHING : access.visibilityOf(found.request());
            if (found == null || visibility == Visibility.NOTHING) {
                throw Refusal.notFound("request.unknown");
            }
            return new Shown(
                    found.request(), protection.decrypt(id, found.personalData()), visibility == Visibility.FULL);
        }));
    }

    /** The requests of whole months: a team's own, or those of the jurisdiction. */
    public Uni<RequestCounts> count(MonthRange months, Actor actor) {
        return transactions.read(() ->
                sql.first(RequestCounts.class, COUNT, months.begin(), months.end(), actor.division(), onlyTeam(actor)));
    }

    private static @Nullable String onlyTeam(Actor actor) {
        var ofAll = actor.is(Roles.DISPATCHER) || actor.is(Roles.SUPERVISOR) || actor.is(Roles.ADMINISTRATOR);
        if (ofAll) {
            return null;
        }
        return actor.team() == null ? NO_TEAM : actor.team();
    }
}
