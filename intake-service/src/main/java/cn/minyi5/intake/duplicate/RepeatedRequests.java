package cn.minyi5.intake.duplicate;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.OpenRequests;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 重复诉求. What was asked for again in a place, each beside the request that it repeats. */
@ApplicationScoped
public class RepeatedRequests {

    /**
     * By hand: a keyset list with its count. Where it was asked again decides, and when; a complaint about officials has no
     * link, but a request may have become one.
     */
    private static final String LINKED =
            """
            with linked as (
                select link.request_id, link.original_id, link.linked_at, again.visited_at
                from duplicate_request link
                join request again on again.id = link.request_id
                join request original on original.id = link.original_id
                where starts_with(again.grid_code, $1)
                  and ($2::timestamptz is null or again.visited_at >= $2 and again.visited_at < $3::timestamptz)
                  and again.category_code <> 'ZX02' and original.category_code <> 'ZX02'
                  and not exists (select from known_work_order known
                                  where known.request_id in (link.request_id, link.original_id) and known.confidential)
            )
            """;

    private static final String PAGE = LINKED
            + """
            select request_id, original_id, linked_at from linked
            where $4::uuid is null
               or (visited_at, request_id) > (select visited_at, id from request where id = $4)
            order by visited_at, request_id limit $5""";

    private static final String COUNT = LINKED + "select count(*) from linked";

    private final Transactions transactions;
    private final Sql sql;
    private final OpenRequests requests;

    RepeatedRequests(Transactions transactions, Sql sql, OpenRequests requests) {
        this.transactions = transactions;
        this.sql = sql;
        this.requests = requests;
    }

    /** @param original null where it lies in another jurisdiction */
    public record Repeated(TrackedRequest again, @Nullable TrackedRequest original, OffsetDateTime linkedAt) {}

    private record Link(UUID requestId, UUID originalId, OffsetDateTime linkedAt) {

        Stream<UUID> ends() {
            return Stream.of(requestId, originalId);
        }
    }

    /**
     * The oldest first, in all as many as there are links.
     *
     * @param place all of the jurisdiction if null
     * @param visited when it was asked again; null: whenever
     * @throws Refusal {@code place.unknown}
     */
    public Uni<Page<Repeated>> page(
            @Nullable DivisionCode place, @Nullable MonthRange visited, @Nullable UUID after, int limit, Actor actor) {
        var within = AccessScope.of(actor).in(place).division();
        var begin = visited == null ? null : visited.begin();
        var end = visited == null ? null : visited.end();
        return transactions.read(() -> sql.list(Link.class, PAGE, within, begin, end, after, Page.oneMoreThan(limit))
                .flatMap(links -> sql.value(Long.class, COUNT, within, begin, end)
                        .map(total -> Page.of(links, limit, Link::requestId, total)))
                .flatMap(page ->
                        requests.seen(ends(page.items()), actor).map(seen -> page.map(link -> repeated(link, seen)))));
    }

    private static List<UUID> ends(List<Link> links) {
        return links.stream().flatMap(Link::ends).distinct().toList();
    }

    private static Repeated repeated(Link link, Map<UUID, TrackedRequest> seen) {
        return new Repeated(
                Objects.requireNonNull(seen.get(link.requestId())), seen.get(link.originalId()), link.linkedAt());
    }
}
