package cn.minyi5.routing.catalogue.persistence;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.application.CatalogueVersions;
import cn.minyi5.routing.catalogue.domain.CatalogueVersion;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlCatalogueVersions implements CatalogueVersions {

    private static final String DRAFT =
            """
            insert into catalogue_version (effective_from, drafted_at, drafted_by) values ($1, $2, $3)
            returning version""";

    private static final String ADD_RULE =
            """
            insert into responsibility (id, version, row, category_prefix, division_prefix, lead, assisting, clause)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";

    private static final String LOCK =
            """
            select version, effective_from, published_at,
                   (select count(*)::int from responsibility where version = $1) as rules
            from catalogue_version where version = $1 for update""";

    private static final String PUBLISH = "update catalogue_version set published_at = $2 where version = $1";

    private static final String PAGE =
            """
            select version, effective_from, published_at,
                   (select count(*)::int from responsibility r where r.version = v.version) as rules
            from catalogue_version v where version < $1 order by version desc limit $2""";

    private static final String IN_FORCE = "select catalogue_in_force(coalesce($1::timestamptz, now())) as version";

    private static final String RULES =
            """
            select id, row, category_prefix, division_prefix, lead, assisting, clause
            from responsibility where version = $1 and row > $2 order by row limit $3""";

    private static final String EXISTS = "select from catalogue_version where version = $1";

    private final Transactions transactions;

    SqlCatalogueVersions(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<CatalogueVersion> draft(Transaction tx, LocalDate effectiveFrom, List<Responsibility> rules, String by) {
        return tx.connection()
                .preparedQuery(DRAFT)
                .execute(Tuple.of(effectiveFrom, utc(tx.now()), by))
                .map(rows -> rows.iterator().next().getInteger("version"))
                .call(version -> tx.connection()
                        .preparedQuery(ADD_RULE)
                        .executeBatch(rules.stream()
                                .map(rule -> ResponsibilityRow.of(version, rule))
                                .toList()))
                .map(version -> new CatalogueVersion(version, effectiveFrom, rules.size(), null));
    }

    @Override
    public Uni<CatalogueVersion> lock(Transaction tx, int version) {
        return tx.connection().preparedQuery(LOCK).execute(Tuple.of(version)).map(rows -> stream(rows)
                .map(SqlCatalogueVersions::version)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("catalogue.unknown")));
    }

    @Override
    public Uni<Void> publish(Transaction tx, int version) {
        return tx.connection()
                .preparedQuery(PUBLISH)
                .execute(Tuple.of(version, utc(tx.now())))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<CatalogueVersion>> page(int before, int limit) {
        return transactions
                .pool()
                .preparedQuery(PAGE)
                .execute(Tuple.of(before, limit))
                .map(rows -> stream(rows).map(SqlCatalogueVersions::version).toList());
    }

    @Override
    public Uni<Optional<Integer>> inForceAt(@Nullable Instant moment) {
        return transactions
                .pool()
                .preparedQuery(IN_FORCE)
                .execute(Tuple.of(moment == null ? null : utc(moment)))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getInteger("version")));
    }

    @Override
    public Uni<List<Responsibility>> rules(int version) {
        return readRules(version, 0, Integer.MAX_VALUE);
    }

    @Override
    public Uni<List<Responsibility>> rulesPage(int version, int afterRow, int limit) {
        return transactions
                .pool()
                .preparedQuery(EXISTS)
                .execute(Tuple.of(version))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw Refusal.notFound("catalogue.unknown");
                    }
                })
                .chain(() -> readRules(version, afterRow, limit));
    }

    private Uni<List<Responsibility>> readRules(int version, int afterRow, int limit) {
        return transactions
                .pool()
                .preparedQuery(RULES)
                .execute(Tuple.of(version, afterRow, limit))
                .map(rows -> stream(rows).map(ResponsibilityRow::rule).toList());
    }

    private static CatalogueVersion version(Row row) {
        var publishedAt = row.getOffsetDateTime("published_at");
        return new CatalogueVersion(
                row.getInteger("version"),
                row.getLocalDate("effective_from"),
                row.getInteger("rules"),
                publishedAt == null ? null : publishedAt.toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
