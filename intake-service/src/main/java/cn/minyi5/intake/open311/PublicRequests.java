package cn.minyi5.intake.open311;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.open311.ServedPlaces.Service;
import cn.minyi5.intake.open311.domain.Fields;
import cn.minyi5.intake.open311.domain.PublicRequest;
import cn.minyi5.intake.open311.domain.ReportFilter;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What everybody may read: the services of a place, and its requests that were reviewed. */
@ApplicationScoped
public class PublicRequests {

    /** By hand: a report over a view. */
    private static final String LIST =
            """
            select * from public_request
            where starts_with(grid_code, $1)
              and ($2::uuid[] is null or id = any ($2))
              and ($3::text[] is null or category_code = any ($3))
              and ($4::timestamptz is null or requested_at >= $4) and ($5::timestamptz is null or requested_at <= $5)
              and ($6::boolean is null or (ended is not null or outcome = 'RESOLVED_ON_SPOT') = $6)
              and ($7::timestamptz is null or updated_at > $7) and ($8::timestamptz is null or updated_at < $8)
            order by requested_at desc, id limit $9 offset $10""";

    /** Whose last step lies in the period, or the one before it may. */
    private static final String CHANGED =
            """
            select * from public_request
            where starts_with(grid_code, $1)
              and greatest(held_at, answered_at, ended_at) >= $2 and least(held_at, answered_at, ended_at) <= $3
              and ($5::uuid[] is null or id = any ($5))
            order by updated_at, id limit $4""";

    private static final String IS_TOKEN = "select exists (select from open311_report where request_id = $1)";

    private final Transactions transactions;
    private final Sql sql;
    private final ServedPlaces places;

    PublicRequests(Transactions transactions, Sql sql, ServedPlaces places) {
        this.transactions = transactions;
        this.sql = sql;
        this.places = places;
    }

    public Uni<List<Service>> services(@Nullable String jurisdictionId) {
        return transactions.read(() -> places.jurisdiction(jurisdictionId).flatMap(places::services));
    }

    public Uni<Service> service(@Nullable String jurisdictionId, String code) {
        return transactions.read(
                () -> places.jurisdiction(jurisdictionId).flatMap(jurisdiction -> places.service(jurisdiction, code)));
    }

    /** Those that the parameters ask for, the latest first. */
    public Uni<List<PublicRequest>> list(Fields parameters) {
        return filtered(
                parameters,
                (filter, jurisdiction) -> sql.list(
                        PublicRequest.class,
                        LIST,
                        jurisdiction,
                        filter.ids() == null ? null : filter.ids().toArray(UUID[]::new),
                        filter.serviceCodes().isEmpty() ? null : filter.serviceCodes(),
                        filter.from(),
                        filter.to(),
                        filter.closed(),
                        filter.updatedAfter(),
                        filter.updatedBefore(),
                        filter.pageSize(),
                        filter.offset()));
    }

    /** @throws Refusal {@code open311.request-unknown}, also of one that is not public */
    public Uni<PublicRequest> get(String id, @Nullable String jurisdictionId) {
        if (!ReportFilter.isId(id)) {
            throw Refusal.notFound("open311.request-unknown");
        }
        return transactions
                .read(() -> places.jurisdiction(jurisdictionId)
                        .flatMap(jurisdiction -> sql.first(
                                PublicRequest.class,
                                LIST,
                                jurisdiction,
                                new UUID[] {UUID.fromString(id)},
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                1,
                                0)))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("open311.request-unknown"));
    }

    /** What became of public requests in a period, in its order. */
    public Uni<List<PublicRequest.Update>> updates(Fields parameters) {
        return filtered(parameters, (filter, jurisdiction) -> {
            var from = filter.from() == null ? Instant.EPOCH : filter.from();
            var to = filter.to() == null ? Instant.parse("2100-01-01T00:00:00Z") : filter.to();
            var ids = filter.ids() == null ? null : filter.ids().toArray(UUID[]::new);
            return sql.list(PublicRequest.class, CHANGED, jurisdiction, from, to, ReportFilter.MOST, ids)
                    .map(found -> found.stream()
                            .flatMap(request -> request.updates().stream())
                            .filter(update ->
                                    !update.at().isBefore(from) && !update.at().isAfter(to))
                            .sorted(Comparator.comparing(PublicRequest.Update::at))
                            .limit(ReportFilter.MOST)
                            .toList());
        });
    }

    /** Ids are given at once: a token is the id of the request that was filed. @throws Refusal {@code open311.token-unknown} */
    public Uni<UUID> requestOf(String token) {
        if (!ReportFilter.isId(token)) {
            throw Refusal.notFound("open311.token-unknown");
        }
        var id = UUID.fromString(token);
        return transactions.read(() -> sql.value(Boolean.class, IS_TOKEN, id)).map(isToken -> {
            if (!isToken) {
                throw Refusal.notFound("open311.token-unknown");
            }
            return id;
        });
    }

    /** The database's moment says what ninety days ago was. */
    private <T> Uni<List<T>> filtered(
            Fields parameters, BiFunction<ReportFilter, DivisionCode, Uni<List<T>>> question) {
        return transactions.read(() -> transactions.moment().flatMap(now -> {
            var filter = ReportFilter.of(parameters, now);
            return places.jurisdiction(parameters.optional("jurisdiction_id"))
                    .flatMap(jurisdiction -> question.apply(filter, jurisdiction));
        }));
    }
}
