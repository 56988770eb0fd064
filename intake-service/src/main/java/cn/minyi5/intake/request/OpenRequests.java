package cn.minyi5.intake.request;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.RequestAccess.Visibility;
import cn.minyi5.intake.request.Requests.Found;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Requests for those who may see them, one, some, or those of a grid that are not over; within a unit of work of others. */
@ApplicationScoped
public class OpenRequests {

    private static final String OF_GRID = Requests.EACH
            + """
            where request.request.gridCode = :grid and request.request.categoryCode = :category
              and request.request.visitedAt >= :since and request.request.outcome = :forwarded
              and known.order.ended is null
            order by request.request.visitedAt desc""";

    private static final String REPEATING = Requests.EACH
            + """
            where request.id in (select link.requestId from DuplicateRow link where link.link.originalId = :id)
            order by request.request.visitedAt, request.id""";

    private static final String NAMED = Requests.EACH + "where request.id in :ids";

    private final Transactions transactions;
    private final Requests requests;

    OpenRequests(Transactions transactions, Requests requests) {
        this.transactions = transactions;
        this.requests = requests;
    }

    /** The newest first; without complaints about officials, also for who took them, and without what repeats another. */
    public Uni<List<TrackedRequest>> of(GridCode grid, String categoryCode, Instant since, int most, Actor actor) {
        var access = RequestAccess.of(actor);
        return transactions
                .session()
                .createSelectionQuery(OF_GRID, Found.class)
                .setParameter("grid", grid)
                .setParameter("category", categoryCode)
                .setParameter("since", since)
                .setParameter("forwarded", Outcome.FORWARDED)
                .setMaxResults(most)
                .getResultList()
                .map(found -> found.stream()
                        .filter(each -> each.duplicateOf() == null)
                        .map(Found::tracked)
                        .filter(tracked -> tracked.isOpen() && !tracked.confidential())
                        .filter(tracked -> access.visibilityOf(tracked) != Visibility.NOTHING)
                        .toList());
    }

    /** Those that repeat it, the oldest first. */
    public Uni<List<TrackedRequest>> repeating(UUID id, Actor actor) {
        var access = RequestAccess.of(actor);
        return transactions
                .session()
                .createSelectionQuery(REPEATING, Found.class)
                .setParameter("id", id)
                .getResultList()
                .map(found -> found.stream()
                        .map(Found::tracked)
                        .filter(tracked -> access.visibilityOf(tracked) != Visibility.NOTHING)
                        .toList());
    }

    /** Those of them that are for the actor's eyes. */
    public Uni<Map<UUID, TrackedRequest>> seen(Collection<UUID> ids, Actor actor) {
        var access = RequestAccess.of(actor);
        return transactions
                .session()
                .createSelectionQuery(NAMED, Found.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(found -> found.stream()
                        .map(Found::tracked)
                        .filter(tracked -> access.visibilityOf(tracked) != Visibility.NOTHING)
                        .collect(Collectors.toMap(TrackedRequest::id, tracked -> tracked)));
    }

    /** @throws Refusal {@code request.unknown} where it is not for the actor's eyes */
    public Uni<TrackedRequest> seen(UUID id, Actor actor) {
        var access = RequestAccess.of(actor);
        return requests.find(id).map(found -> {
            if (found == null || access.visibilityOf(found.tracked()) == Visibility.NOTHING) {
                throw Refusal.notFound("request.unknown");
            }
            return found.tracked();
        });
    }
}
