package cn.minyi5.routing.workorder;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.DueTimes.Due;
import cn.minyi5.routing.workorder.WorkOrderQueries.Filter;
import cn.minyi5.routing.workorder.domain.State;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 在手工单. Who has how many open orders in hand, how many of them are late and when the next is due. */
@ApplicationScoped
public class HoldingQueries {

    private static final List<State> OPEN =
            Stream.of(State.values()).filter(state -> !state.isFinal()).toList();

    private final Transactions transactions;
    private final Sql sql;

    HoldingQueries(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /**
     * @param department that leads; absent for what has none, and waits for its dispatch
     * @param late of those, by the clock that runs
     * @param soonestDue of those that are not late; absent where no clock runs
     */
    public record Holding(
            @Nullable String department,
            long open,
            Map<State, Long> byState,
            long late,
            @Nullable OffsetDateTime soonestDue) {

        private static Holding of(List<InState> states) {
            var byState = new TreeMap<State, Long>();
            states.forEach(in -> byState.put(in.state(), in.orders()));
            return new Holding(
                    states.get(0).department(),
                    states.stream().mapToLong(InState::orders).sum(),
                    byState,
                    states.stream().mapToLong(InState::late).sum(),
                    states.stream()
                            .map(InState::soonestDue)
                            .flatMap(Stream::ofNullable)
                            .filter(due -> !due.equals(Due.NEVER))
                            .min(Comparator.naturalOrder())
                            .map(CountyTime::at)
                            .orElse(null));
        }
    }

    private record InState(
            @Nullable String department, State state, long orders, long late, @Nullable Instant soonestDue) {}

    /** The most laden first. */
    public Uni<List<Holding>> all(Actor actor) {
        var asked = ListParameters.of(AccessScope.of(actor), Filter.inStates(OPEN));
        return transactions
                .read(() -> sql.list(InState.class, WorkOrderListSql.HOLDINGS, asked.and()))
                .map(
                        found -> found.stream()
                                .collect(Collectors.groupingBy(in -> Optional.ofNullable(in.department())))
                                .values()
                                .stream()
                                .map(Holding::of)
                                .sorted(Comparator.comparingLong(Holding::open)
                                        .reversed()
                                        .thenComparing(one -> String.valueOf(one.department())))
                                .toList());
    }
}
