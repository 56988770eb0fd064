package cn.minyi5.intake.request;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.attachment.AttachmentView;
import cn.minyi5.intake.attachment.Attachments;
import cn.minyi5.intake.request.RequestAccess.Visibility;
import cn.minyi5.intake.request.domain.DisclosureReason;
import cn.minyi5.intake.request.domain.KnownWorkOrder;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests that were recorded: one within a unit of work of somebody else's, one as much of it as is for the reader's
 * eyes, a contact for a reason that is logged, and counts.
 */
@ApplicationScoped
public class Requests {

    /** All that a {@link Found} is made of. */
    static final String EACH =
            """
            select request, visit.visit.recordedBy, known.order,
                   (select coalesce(max(followUp.key.round), 0) from FollowUpRow followUp
                    where followUp.key.requestId = request.id),
                   (select duplicate.link.originalId from DuplicateRow duplicate
                    where duplicate.requestId = request.id),
                   (select withdrawal.withdrawal.recordedAt from WithdrawalRow withdrawal
                    where withdrawal.requestId = request.id)
            from RequestRow request left join VisitRow visit on visit.id = request.request.visitId
            left join KnownWorkOrderRow known on known.requestId = request.id
            """;

    private static final String FIND = EACH + "where request.id = :id";

    /** By hand: a report. */
    private static final String COUNT =
            """
            select count(*) as collected,
                   count(*) filter (where outcome = 'RESOLVED_ON_SPOT') as resolved_on_spot,
                   count(*) filter (where outcome <> 'RESOLVED_ON_SPOT') as forwarded
            from request
            where visited_at >= $1 and visited_at < $2
              and starts_with(grid_code, $3) and ($4::text is null or team_code = $4)
              and (category_code <> 'ZX02' or $5)""";

    /** By hand: an entity's lock would take its other tables along. */
    private static final String LOCK = "select id from request where id = $1 for no key update";

    /** By hand: an entity's tables go together, and of this one only those go that lead to a person. */
    private static final String ERASE =
            """
            with key as (delete from keys.data_key where kind = 'request' and id = $1)
            delete from particulars where request_id = $1""";

    /** By hand: a keyset list. */
    private static final String REFERRED =
            """
            select id as request_id, visited_at, text from request
            where referred_to = $1 and starts_with(grid_code, $2)
              and ($3::uuid is null or (visited_at, id) > (select visited_at, id from request where id = $3))
            order by visited_at, id limit $4""";

    private static final String NO_TEAM = "";
    private static final String NO_BODY = "";

    private final Transactions transactions;
    private final Sql sql;
    private final PersonalDataProtection protection;
    private final ContactDisclosures disclosures;
    private final Attachments attachments;

    Requests(
            Transactions transactions,
            Sql sql,
            PersonalDataProtection protection,
            ContactDisclosures disclosures,
            Attachments attachments) {
        this.transactions = transactions;
        this.sql = sql;
        this.protection = protection;
        this.disclosures = disclosures;
        this.attachments = attachments;
    }

    /**
     * @param duplicateOf the request that it repeats
     * @param withdrawnAt when it was recorded that the citizen does not want it any longer
     */
    record Found(
            RequestRow row,
            @Nullable String takenBy,
            @Nullable KnownWorkOrder order,
            int followedUpRound,
            @Nullable UUID duplicateOf,
            @Nullable Instant withdrawnAt) {

        TrackedRequest tracked() {
            return new TrackedRequest(row.id, row.request, takenBy, order, followedUpRound, withdrawnAt != null);
        }
    }

    Uni<@Nullable Found> find(UUID id) {
        return transactions
                .session()
                .createSelectionQuery(FIND, Found.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .invoke(this::logDiscreetly);
    }

    private void logDiscreetly(@Nullable Found found) {
        if (found != null && found.row().request.referredTo() != null) {
            transactions.logged().keptFromReaders();
        } else if (found != null && found.tracked().confidential()) {
            transactions.logged().confidential();
        }
    }

    /** Null if there is none; nobody else erases it until the transaction ends. */
    Uni<@Nullable Found> findLocked(UUID id) {
        return sql.rows(LOCK, id).chain(() -> find(id));
    }

    /**
     * Whatever leads to a person, and the key to it in every backup.
     *
     * @return the ids of the keys of its pictures, which are destroyed with it
     */
    Uni<List<UUID>> erase(UUID id) {
        return sql.update(ERASE, id).chain(() -> attachments.forget(id));
    }

    /** 转交. Without who asked: the contact is disclosed for a reason. */
    public record Referred(UUID requestId, OffsetDateTime visitedAt, String text) {}

    /** Complaints about the supervision office that were referred to the body that the actor is of, the oldest first. */
    public Uni<Page<Referred>> referred(Actor actor, @Nullable UUID after, int limit) {
        var body = Objects.requireNonNullElse(actor.department(), NO_BODY);
        return transactions
                .read(() -> sql.list(Referred.class, REFERRED, body, actor.division(), after, Page.oneMoreThan(limit)))
                .map(found -> Page.of(found, limit, Referred::requestId, null));
    }

    /** 收集、现场解决、转办, by visit time (DOMAIN §6). */
    public record RequestCounts(long collected, long resolvedOnSpot, long forwarded) {}

    /**
     * @param personalData masked unless {@code inFull}, which is for who took the request and the lead's clerk
     * @param duplicateOf the request that it repeats
     * @param attachments its pictures, in their order
     */
    public record Shown(
            TrackedRequest request,
            PersonalData personalData,
            boolean inFull,
            @Nullable UUID duplicateOf,
            List<AttachmentView> attachments) {}

    public Uni<Shown> show(UUID id, Actor actor) {
        var access = RequestAccess.of(actor);
        return transactions.read(() -> find(id).flatMap(found -> {
            var visibility = found == null ? Visibility.NOTHING : access.visibilityOf(found.tracked());
            if (found == null || visibility == Visibility.NOTHING) {
                throw Refusal.notFound("request.unknown");
            }
            var personalData = protection.decrypt(id, found.row().personalData());
            var inFull = visibility == Visibility.FULL;
            var shown = inFull ? personalData : personalData.masked();
            return attachments
                    .ofRequest(id)
                    .map(photos -> new Shown(found.tracked(), shown, inFull, found.duplicateOf(), photos));
        }));
    }

    /**
     * Shows a citizen's contact to those who may see the request; they leave their name and reason in the log, and are
     * refused beyond a number an hour.
     */
    public Uni<PersonalData> discloseContact(UUID id, @Nullable String reason, Actor actor) {
        var checkedReason = DisclosureReason.checked(reason);
        return transactions.run(
                now -> find(id).map(found -> contact(id, found, actor)).call(shown -> {
                    var kept = shown.struckFrom(checkedReason);
                    transactions.logged().content(kept.getBytes(StandardCharsets.UTF_8));
                    return disclosures.log(id, actor, kept, now);
                }));
    }

    private PersonalData contact(UUID id, @Nullable Found found, Actor actor) {
        if (found == null || RequestAccess.of(actor).visibilityOf(found.tracked()) == Visibility.NOTHING) {
            throw Refusal.notFound("request.unknown");
        }
        var personalData = protection.decrypt(id, found.row().personalData());
        if (personalData.anonymous()) {
            throw Refusal.notFound("contact.unknown");
        }
        return personalData;
    }

    /**
     * The requests of whole months: a team's own, or those of the jurisdiction. A complaint about officials counts in
     * that of a county or more alone, where it has no place (DOMAIN §7).
     */
    public Uni<RequestCounts> count(MonthRange months, Actor actor) {
        var team = onlyTeam(actor);
        return transactions.read(() -> sql.first(
                RequestCounts.class,
                COUNT,
                months.begin(),
                months.end(),
                actor.division(),
                team,
                team == null && AccessScope.isCounty(actor)));
    }

    private static @Nullable String onlyTeam(Actor actor) {
        var ofAll = actor.is(Roles.DISPATCHER) || actor.is(Roles.SUPERVISOR) || actor.is(Roles.ADMINISTRATOR);
        return ofAll ? null : Objects.requireNonNullElse(actor.team(), NO_TEAM);
    }
}
