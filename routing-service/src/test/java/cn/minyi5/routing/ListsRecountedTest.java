package cn.minyi5.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists are read from stands twice: here it is counted anew from the orders, after steps of every kind. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class ListsRecountedTest {

    private static final String WRONGLY_LISTED =
            """
            with right_ones as (
                select id, place.list, place.list = coalesce('of:' || lead, '') as leads, state, since,
                       coalesce((select due_at from work_order_clock where work_order_id = id
                                 and clock = running_clock(state) and dispatch_no = dispatches),
                                '3000-01-01 00:00Z') as due_at,
                       category_code, grid_code, confidential
                from work_order cross join lateral (
                    select 'all' as list union
                    select 'of:' || department from unnest(assisting || lead) department where department is not null) place),
            listed as (
                select work_order_id, list, leads, state, since, due_at, category_code, grid_code, confidential
                from work_order_listed)
            select count(*) from (
                (select * from right_ones except select * from listed)
                union all (select * from listed except select * from right_ones)) wrong""";

    private static final String WRONGLY_COUNTED =
            """
            select count(*) from (
                select county, list, state, category_code, left(grid_code, 9) as township, confidential, count(*) as orders
                from work_order_listed where is_settled(state) group by 1, 2, 3, 4, 5, 6) counted
            full join (
                select county, list, state, category_code, township, confidential, sum(orders) as orders
                from work_order_settled group by 1, 2, 3, 4, 5, 6 having sum(orders) <> 0) kept
            using (county, list, state, category_code, township, confidential)
            where counted.orders is distinct from kept.orders""";

    private static final String WRONG_WORDS =
            """
            select count(*) from work_order full join work_order_words said on work_order_id = id
            where words is distinct from words_of(work_order) or said.state is distinct from work_order.state
               or said.due_at is distinct from (select due_at from work_order_listed listed
                                                where listed.work_order_id = id and list = 'all')""";

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void afterStepsOfEveryKindEachListIsWhatTheOrdersSay() {
        var refused = County.forward(County.NO_RULE);
        County.act(County.dispatcher(), refused, "refusal", Map.of("reason", "NOTHING_CONCRETE"));
        var returned = County.forward(County.ONE_RULE);
        County.returnAsNotOurs(County.WATER, returned);
        County.act(County.dispatcher(), returned, "return-ruling", Map.of("accept", true, "reason", "属实"));
        County.act(
                County.dispatcher(),
                returned,
                "dispatch",
                Map.of("lead", County.POWER, "assisting", List.of(), "reason", "按职责"));
        County.sign(County.forward(County.ONE_RULE));

        assertThat(State.values())
                .allSatisfy(state -> assertThat(one(Boolean.class, "select is_settled('" + state + "')"))
                        .isEqualTo(state.isFinal()));
        assertThat(Stream.of(WRONGLY_LISTED, WRONGLY_COUNTED, WRONG_WORDS).map(wrong -> one(Long.class, wrong)))
                .containsOnly(0L);
        assertThat(lists(returned)).containsExactly("all", "of:" + County.POWER);
    }

    private List<String> lists(UUID order) {
        return transactions
                .read(() -> sql.values(
                        String.class,
                        "select list from work_order_listed where work_order_id = $1 order by list",
                        order))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private <T> T one(Class<T> type, String statement) {
        return transactions.read(() -> sql.value(type, statement)).await().atMost(Duration.ofSeconds(10));
    }
}
