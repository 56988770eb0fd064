package cn.minyi5.intake.visit;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.attachment.AttachmentView;
import cn.minyi5.intake.attachment.Attachments;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.team.Teams;
import cn.minyi5.intake.team.domain.VisitTeam;
import cn.minyi5.intake.visit.domain.CheckIn;
import cn.minyi5.intake.visit.domain.RecordedVisit;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
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
            select id as visit_id, grid_code, form, started_at,
                   (select count(*) from request
                    where visit_id = visit.id and outcome = 'RESOLVED_ON_SPOT'
                      and (category_code <> 'ZX02' or recorded_by = $2)) as resolved_on_spot,
                   (select count(*) from request
                    where visit_id = visit.id and outcome <> 'RESOLVED_ON_SPOT'
                      and (category_code <> 'ZX02' or recorded_by = $2)) as forwarded
            from visit
            where team_code = $1 and starts_with(grid_code, $5)
              and ($3::uuid is null
                   or (started_at, id) < (select started_at, id from visit where id = $3 and team_code = $1))
            order by started_at desc, id desc limit $4""";

    private static final String COUNT =
            "select count(*) from visit where team_code = $1 and starts_with(grid_code, $2)";

    private final Transactions transactions;
    private final Sql sql;
    private final Teams teams;
    private final Attachments attachments;

    VisitQueries(Transactions transactions, Sql sql, Teams teams, Attachments attachments) {
        this.transactions = transactions;
        this.sql = sql;
        this.teams = teams;
        this.attachments = attachments;
    }

    public record VisitSummary(
            UUID visitId,
            String gridCode,
            VisitForm form,
            OffsetDateTime startedAt,
            int resolvedOnSpot,
            int forwarded) {}

    /** A visit with its requests in their order. */
    public record VisitView(
            UUID visitId,
            String gridCode,
            String teamCode,
            VisitForm form,
            OffsetDateTime startedAt,
            OffsetDateTime recordedAt,
            boolean imported,
            @Nullable CheckIn checkIn,
            @Nullable AttachmentView checkInPhoto,
            List<Member> team,
            List<Item> requests) {

        /** Who was of the team on the day. */
        public record Member(int number, String name, VisitTeam.Role role) {}

        /** What a visit says of one request; the rest is with the request itself. */
        public record Item(UUID requestId, String categoryCode, Urgency urgency, Outcome outcome) {}
    }

    /**
     * To the team that made it, to desk and supervision of the place; complaints about officials are among its requests
     * for the secretary who took them and the supervision office of the county alone (DOMAIN §7).
     */
    public Uni<VisitView> show(UUID id, Actor actor) {
        var confidential = AccessScope.of(actor).confidential();
        return transactions.read(() -> find(id, actor)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("visit.unknown"))
                .flatMap(row -> {
                    var own = actor.id().equals(row.visit.recordedBy());
                    return requestsOf(id)
                            .map(items -> own ? items : readable(items, confidential))
                            .flatMap(items -> membersOf(row.visit).flatMap(members -> attachments
                                    .checkInPhoto(id)
                                    .map(photo -> view(row, photo, members, items))));
                }));
    }

    /** Null if there is none, or it is not for the actor's eyes; within a unit of work. */
    Uni<@Nullable VisitRow> find(UUID id, Actor actor) {
        var scope = AccessScope.of(actor);
        return transactions
                .session()
                .get(VisitRow.class, id)
                .map(row -> row == null || !isFor(row, scope) ? null : row);
    }

    private static boolean isFor(VisitRow row, AccessScope scope) {
        return scope.division().contains(row.visit.gridCode().division())
                && scope.department() == null
                && (scope.team() == null || scope.team().equals(row.visit.teamCode()));
    }

    /** The visits of one's own team, the newest first, from the one that comes after {@code after}. */
    public Uni<Page<VisitSummary>> ofTeam(Actor actor, @Nullable UUID after, int limit) {
        var team = actor.team();
        if (team == null) {
            throw Refusal.forbidden("actor.without-team");
        }
        return transactions.read(() -> sql.list(
                        VisitSummary.class, PAGE, team, actor.id(), after, Page.oneMoreThan(limit), actor.division())
                .flatMap(found -> sql.value(Long.class, COUNT, team, actor.division())
                        .map(total -> Page.of(found, limit, VisitSummary::visitId, total))));
    }

    private Uni<List<VisitView.Item>> requestsOf(UUID visitId) {
        return transactions
                .session()
                .createSelectionQuery(REQUESTS_OF_VISIT, VisitView.Item.class)
                .setParameter("visit", visitId)
                .getResultList();
    }

    /** One that was referred is with the body that it went to, and not here. */
    private static List<VisitView.Item> readable(List<VisitView.Item> items, boolean confidential) {
        return items.stream()
                .filter(item -> item.outcome() != Outcome.REFERRED)
                .filter(item -> confidential || !item.categoryCode().equals(CitizenRequest.ABOUT_OFFICIALS))
                .toList();
    }

    private Uni<List<VisitView.Member>> membersOf(RecordedVisit visit) {
        var day = CountyTime.at(visit.startedAt()).toLocalDate();
        return teams.in(visit.gridCode().division().county(), List.of(visit.teamCode()))
                .map(found -> found.stream()
                        .flatMap(team -> team.on(day).stream())
                        .map(term -> new VisitView.Member(term.number(), term.name(), term.role()))
                        .toList());
    }

    private static VisitView view(
            VisitRow row,
            @Nullable AttachmentView photo,
            List<VisitView.Member> members,
            List<VisitView.Item> requests) {
        var visit = row.visit;
        return new VisitView(
                row.id,
                visit.gridCode().value(),
                visit.teamCode(),
                visit.form(),
                CountyTime.at(visit.startedAt()),
                CountyTime.at(Objects.requireNonNull(visit.recordedAt())),
                visit.imported(),
                visit.checkIn(),
                photo,
                members,
                requests);
    }
}
