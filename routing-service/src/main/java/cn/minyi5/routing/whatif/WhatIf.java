package cn.minyi5.routing.whatif;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.CatalogueVersions;
import cn.minyi5.routing.catalogue.CatalogueVersions.Version;
import cn.minyi5.routing.catalogue.CataloguesInForce;
import cn.minyi5.routing.whatif.WhatIfView.MovedOrder;
import cn.minyi5.routing.whatif.WhatIfView.Row;
import cn.minyi5.routing.whatif.domain.AskedGroup;
import cn.minyi5.routing.whatif.domain.Trial;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 试算. Set by set, not order by order: the database groups a month's requests by what a catalogue looks at, which leaves
 * some thousands to decide, and then walks the orders of the groups that would move, as far as the page goes.
 */
@ApplicationScoped
public class WhatIf {

    /** Where a nearer division has a catalogue of its own, this one would not decide. */
    private static final String ASKED =
            """
            with asked as materialized (
                select category_code, grid_code, urgency, count(*) as orders from work_order
                where opened_at >= $1 and opened_at < $2 and starts_with(grid_code, $3) and not confidential
                group by category_code, grid_code, urgency
            ), place as materialized (
                select grid_code, coalesce(catalogue_in_force(grid_code, $4), 0) as in_force
                from (select distinct grid_code from asked) as grid
            )
            select category_code, grid_code, urgency, in_force, orders
            from asked join place using (grid_code) left join catalogue_version version on version.id = in_force
            where coalesce(length(version.division) <= length($5), true)""";

    /** The keys are looked up in a hash table: inside coalesce the planner cannot make a loop of it. */
    private static final String MOVED =
            """
            select id, number, opened_at, category_code, grid_code, urgency, lead from work_order
            where opened_at >= $1 and opened_at < $2 and starts_with(grid_code, $3) and not confidential
              and (opened_at, id) > ($4, $5)
              and coalesce(category_code || ' ' || grid_code || ' ' || urgency in (select unnest($6::text[])), false)
            order by opened_at, id limit $7""";

    private final Transactions transactions;
    private final Sql sql;
    private final CatalogueVersions versions;
    private final CataloguesInForce inForce;

    WhatIf(Transactions transactions, Sql sql, CatalogueVersions versions, CataloguesInForce inForce) {
        this.transactions = transactions;
        this.sql = sql;
        this.versions = versions;
        this.inForce = inForce;
    }

    /**
     * Which months' orders are tried.
     *
     * @param place where; the version is for it
     * @param last included
     */
    public record Months(DivisionCode place, YearMonth first, YearMonth last) {

        private Instant begin() {
            return CountyTime.startOf(first);
        }

        private Instant end() {
            return CountyTime.startOf(last.plusMonths(1));
        }
    }

    public Uni<WhatIfView> of(int version, Months months, Cursor after, int limit) {
        return transactions.read(() -> versions.version(version, months.place())
                .flatMap(tried -> trial(tried, months))
                .flatMap(trial -> moved(trial, months, after, limit).map(page -> view(months, trial, page))));
    }

    private Uni<Trial> trial(Version tried, Months months) {
        var day = tried.effectiveFrom().atStartOfDay(CountyTime.ZONE).toInstant();
        return sql.list(AskedGroup.class, ASKED, months.begin(), months.end(), months.place(), day, tried.division())
                .flatMap(asked -> {
                    var ids = asked.stream().map(AskedGroup::inForce).collect(Collectors.toSet());
                    return inForce.published(ids)
                            .map(known -> ids.stream().collect(Collectors.toMap(Function.identity(), known::get)))
                            .map(without -> Trial.of(asked, tried.catalogue(), without));
                });
    }

    private Uni<Page<MovedOrder>> moved(Trial trial, Months months, Cursor after, int limit) {
        if (trial.moves().isEmpty()) {
            return Uni.createFrom().item(new Page<>(List.of(), null, null));
        }
        return sql.list(
                        Row.class,
                        MOVED,
                        months.begin(),
                        months.end(),
                        months.place(),
                        after.moment(),
                        after.id(),
                        trial.moves().keySet(),
                        Page.oneMoreThan(limit))
                .map(found -> Page.of(found, limit, last -> new Cursor(last.openedAt(), last.id()), null)
                        .map(order -> MovedOrder.of(
                                order, Objects.requireNonNull(trial.moves().get(key(order))))));
    }

    private static String key(Row order) {
        return AskedGroup.key(order.categoryCode(), order.gridCode(), order.urgency());
    }

    private static WhatIfView view(Months months, Trial trial, Page<MovedOrder> page) {
        return new WhatIfView(
                months.first(),
                months.last(),
                trial.orders(),
                trial.moved(),
                trial.shifts(),
                page.items(),
                page.next());
    }
}
