package cn.minyi5.intake.visit;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.visit.domain.RecordedVisit;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows one visit, and lists those of a team. */
@ApplicationScoped
public class VisitQueries {

    private static final String REQUESTS_OF_VISIT =
            """
            select id, request.categoryCode, request.urgency, request.outcome
            from RequestRow where request.visitId = :visit order by request.position""";

    /** By hand: a keyset list. */
    private static final String PAGE =
            """
            select id, grid_code, form, started_at,
                   (select count(*) from request
                    where visit_id = visit.id and outcome = 'RESOLVED_ON_SPOT') as resolved_on_spot,
                   (select count(*) from request where visit_id = visit.id and outcome = 'FORWARDED') as forwarded
            from visit
            where team_code = $1
              and ($2::uuid is null
                   or (started_at, id) < (select started_at, id from visit where id = $2 and team_code = $1))
            order by started_at desc, id desc limit $3""";

    private final Transactions transactions;
    private final Sql sql;

    VisitQueries(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** A visit in a list. */
    public record VisitSummary(
            UUID id, GridCode gridCode, VisitForm form, Instant startedAt, int resolvedOnSpot, int forwarded) {}

    /** A visit that was recorded, with its requests in their order. */
    public record VisitOverview(UUID id, RecordedVisit visit, List<Item> requests) {

        /** What a visit's overview says of one request; the rest is with the request itself. */
        public record Item(UUID requestId, String categoryCode, Urgency urgency, Outcome outcome) {}

        VisitOverview withoutConfidential() {
            var open = requests.stream()
                    .filter(item -> !item.categoryCode().equals(CitizenRequest.ABOUT_OFFICIALS))
                    .toList();
            return new VisitOverview(id, visit, open);
        }
    }

    /**
     * Whole to the team that made it and to supervision, without complaints about officials to the desk.
     *
     * @throws Refusal {@code visit.unknown}
     */
    public Uni<VisitOverview> show(UUID id, Actor actor) {
        return find(id).map(overview -> {
            if (overview == null || !actor.maySee(overview.visit().gridCode())) {
                throw Refusal.notFound("visit.unknown");
            }
            if (overview.visit().teamCode().equals(actor.team()) || actor.is(Roles.SUPERVISOR)) {
                return overview;
            }
            if (actor.is(Roles.DISPATCHER)) {
                return overview.withoutConfidential();
            }
            throw Refusal.notFound("visit.unknown");
        });
    }

    /**
     * The visits of one's own team, the newest first, from the one that comes after {@code after}.
     *
     * @throws Refusal {@code actor.without-team}
     */
    public Uni<Page<VisitSummary>> ofTeam(Actor actor, @Nullable UUID after, int limit) {
        var team = actor.team();
        if (team == null) {
            throw Refusal.forbidden("actor.without-team");
        }
        return transactions.read(() -> sql.list(VisitSummary.class, PAGE, team, after, Page.oneMoreThan(limit))
                .flatMap(found -> transactions
                        .session()
                        .createSelectionQuery("select count(*) from VisitRow where visit.teamCode = :team", Long.class)
                        .setParameter("team", team)
                        .getSingleResult()
                        .map(total -> Page.of(found, limit, VisitSummary::id, total))));
    }

    private Uni<@Nullable VisitOverview> find(UUID id) {
        return transactions.read(() -> transactions
                .session()
                .get(VisitRow.class, id)
                .onItem()
                .ifNotNull()
                .transformToUni(row -> transactions
                        .session()
                        .createSelectionQuery(REQUESTS_OF_VISIT, VisitOverview.Item.class)
                        .setParameter("visit", id)
                        .getResultList()
                        .map(items -> new VisitOverview(row.id, row.visit, items))));
    }
}
