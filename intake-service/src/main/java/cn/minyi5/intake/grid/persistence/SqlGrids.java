package cn.minyi5.intake.grid.persistence;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.intake.grid.application.Grids;
import cn.minyi5.intake.grid.domain.Grid;
import cn.minyi5.intake.grid.domain.MasterDataCounts;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlGrids implements Grids {

    private static final String KNOWN = "select code from grid where code = any ($1) and starts_with(code, $2)";

    private static final String KEEP =
            "insert into grid (code, name) values ($1, $2) on conflict (code) do update set name = excluded.name";

    private static final String PAGE =
            """
            select code, name from grid
            where starts_with(code, $1) and code > coalesce($2, '') order by code limit $3""";

    private static final String COUNT = "select count(*) from grid where starts_with(code, $1)";

    private static final String MASTER_DATA =
            """
            with inhabited as (
                select distinct division.code, division.level
                from grid join division on division.code = left(grid.code, 12)
                where starts_with(grid.code, $1)
            )
            select (select count(*) from division where level = 'TOWNSHIP' and starts_with(code, $1)) as townships,
                   (select count(*) from inhabited where level = 'COMMUNITY') as communities,
                   (select count(*) from inhabited where level = 'VILLAGE') as villages,
                   (select count(*) from grid where starts_with(code, $1)) as grids,
                   (select count(*) from visit_team where starts_with(grid_code, $1)) as teams,
                   (select count(*) from team_member join visit_team on visit_team.code = team_member.team_code
                    where starts_with(grid_code, $1)) as secretaries,
                   (select count(*) from category) as categories""";

    private final Transactions transactions;

    SqlGrids(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Set<String>> known(Transaction tx, DivisionCode jurisdiction, Collection<String> codes) {
        return tx.connection()
                .preparedQuery(KNOWN)
                .execute(Tuple.of(codes.toArray(String[]::new), jurisdiction.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> keep(Transaction tx, List<Grid> grids) {
        if (grids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var tuples = grids.stream()
                .map(grid -> Tuple.of(grid.code().value(), grid.name()))
                .toList();
        return tx.connection().preparedQuery(KEEP).executeBatch(tuples).replaceWithVoid();
    }

    @Override
    public Uni<List<Grid>> page(DivisionCode jurisdiction, @Nullable String after, int limit) {
        return transactions
                .pool()
                .preparedQuery(PAGE)
                .execute(Tuple.of(jurisdiction.value(), after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Grid(new GridCode(row.getString("code")), row.getString("name")))
                        .toList());
    }

    @Override
    public Uni<Long> count(DivisionCode jurisdiction) {
        return one(COUNT, jurisdiction).map(row -> row.getLong(0));
    }

    @Override
    public Uni<MasterDataCounts> masterData(DivisionCode jurisdiction) {
        return one(MASTER_DATA, jurisdiction)
                .map(row -> new MasterDataCounts(
                        row.getLong("townships"),
                        row.getLong("communities"),
                        row.getLong("villages"),
                        row.getLong("grids"),
                        row.getLong("teams"),
                        row.getLong("secretaries"),
                        row.getLong("categories")));
    }

    private Uni<Row> one(String sql, DivisionCode jurisdiction) {
        return transactions
                .pool()
                .preparedQuery(sql)
                .execute(Tuple.of(jurisdiction.value()))
                .map(rows -> rows.iterator().next());
    }
}
