package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.domain.State;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which work orders are asked for; what is null or empty does not matter to the asker.
 *
 * @param category prefix of a category code
 * @param place prefix of a division or grid code
 * @param department that leads or assists
 */
public record WorkOrderFilter(
        List<State> states, @Nullable String category, @Nullable String place, @Nullable String department) {

    /**
     * @param states names of states
     * @throws Refusal {@code work-order.state-unknown}
     */
    public static WorkOrderFilter of(
            List<String> states, @Nullable String category, @Nullable String place, @Nullable String department) {
        return new WorkOrderFilter(states.stream().map(WorkOrderFilter::state).toList(), category, place, department);
    }

    private static State state(String name) {
        return Stream.of(State.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("work-order.state-unknown", "state")
                        .with("value", name)
                        .with("states", List.of(State.values())));
    }
}
