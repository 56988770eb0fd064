package cn.minyi5.routing.workorder.domain;

import static cn.minyi5.routing.workorder.domain.State.ARBITRATION;
import static cn.minyi5.routing.workorder.domain.State.AWAITING_DISPATCH;
import static cn.minyi5.routing.workorder.domain.State.AWAITING_SIGN;
import static cn.minyi5.routing.workorder.domain.State.CLOSED;
import static cn.minyi5.routing.workorder.domain.State.FORWARDED_OUT;
import static cn.minyi5.routing.workorder.domain.State.IN_PROGRESS;
import static cn.minyi5.routing.workorder.domain.State.MERGED;
import static cn.minyi5.routing.workorder.domain.State.NOT_ACCEPTED;
import static cn.minyi5.routing.workorder.domain.State.REPLY_REVIEW;
import static cn.minyi5.routing.workorder.domain.State.RETURN_REVIEW;
import static cn.minyi5.routing.workorder.domain.State.SUSPENDED;
import static cn.minyi5.routing.workorder.domain.State.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.minyi5.contracts.language.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DOMAIN §4 as a table: what leads where, and that all else is refused with the state it found. */
class TransitionTableTest {

    /** Of an order of which nothing but its state is known; what else must be so is told in {@link DeferringTest}. */
    private static final Map<State, Map<Action, State>> TABLE = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    AWAITING_DISPATCH,
                    Map.of(
                            Action.DISPATCH,
                            AWAITING_SIGN,
                            Action.REFUSE,
                            NOT_ACCEPTED,
                            Action.MERGE,
                            MERGED,
                            Action.FORWARD_OUT,
                            FORWARDED_OUT,
                            Action.WITHDRAW,
                            WITHDRAWN)),
            Map.entry(
                    AWAITING_SIGN,
                    Map.of(
                            Action.SIGN,
                            IN_PROGRESS,
                            Action.RETURN,
                            RETURN_REVIEW,
                            Action.SIGN_PART,
                            AWAITING_SIGN,
                            Action.WITHDRAW,
                            WITHDRAWN)),
            Map.entry(
                    IN_PROGRESS,
                    Map.of(
                            Action.RETURN,
                            RETURN_REVIEW,
                            Action.SIGN_PART,
                            IN_PROGRESS,
                            Action.ASK_EXTENSION,
                            IN_PROGRESS,
                            Action.BEGIN_WAITING,
                            IN_PROGRESS,
                            Action.PROPOSE_SUSPENSION,
                            IN_PROGRESS,
                            Action.WITHDRAW,
                            WITHDRAWN)),
            Map.entry(
                    RETURN_REVIEW,
                    Map.of(
                            Action.ACCEPT_RETURN,
                            AWAITING_DISPATCH,
                            Action.REJECT_RETURN,
                            IN_PROGRESS,
                            Action.WITHDRAW,
                            WITHDRAWN)),
            Map.entry(ARBITRATION, Map.of(Action.RULE, AWAITING_SIGN, Action.WITHDRAW, WITHDRAWN)),
            Map.entry(
                    REPLY_REVIEW,
                    Map.of(
                            Action.SEND_REPLY_BACK,
                            IN_PROGRESS,
                            Action.ACCEPT_REPLY,
                            State.FOLLOW_UP,
                            Action.WITHDRAW,
                            WITHDRAWN)),
            Map.entry(State.FOLLOW_UP, Map.of(Action.FOLLOW_UP, CLOSED, Action.WITHDRAW, WITHDRAWN)),
            Map.entry(SUSPENDED, Map.of(Action.RESUME, IN_PROGRESS, Action.WITHDRAW, WITHDRAWN)),
            Map.entry(
                    FORWARDED_OUT,
                    Map.of(
                            Action.ANSWER_OUTSIDE,
                            State.FOLLOW_UP,
                            Action.TAKE_BACK,
                            AWAITING_DISPATCH,
                            Action.WITHDRAW,
                            WITHDRAWN)),
            Map.entry(CLOSED, Map.of(Action.REOPEN, AWAITING_SIGN)),
            Map.entry(MERGED, Map.of(Action.UNMERGE, AWAITING_DISPATCH, Action.WITHDRAW, WITHDRAWN)),
            Map.entry(NOT_ACCEPTED, Map.of()),
            Map.entry(WITHDRAWN, Map.of())));

    /** What somebody must have asked for or begun before, and what is said where nobody has. */
    private static final Map<Action, String> ANSWERS = Map.of(
            Action.HAND_IN_PART,
            "part.wrong-standing",
            Action.CONFIRM_PART,
            "part.wrong-standing",
            Action.SEND_PART_BACK,
            "part.wrong-standing",
            Action.REPLY,
            "work-order.parts-open",
            Action.GRANT_EXTENSION,
            "work-order.no-extension-asked",
            Action.DENY_EXTENSION,
            "work-order.no-extension-asked",
            Action.END_WAITING,
            "work-order.not-waiting",
            Action.SUSPEND,
            "work-order.no-suspension-proposed",
            Action.DENY_SUSPENSION,
            "work-order.no-suspension-proposed");

    static Stream<Arguments> everyStateAndAction() {
        return Stream.of(State.values()).flatMap(state -> Stream.of(Action.values())
                .filter(action -> action != Action.OPEN)
                .map(action -> Arguments.of(state, action)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyStateAndAction")
    void leadsWhereTheTableSaysOrIsRefused(State state, Action action) {
        var order = Lives.in(state);
        var expected = TABLE.get(state).get(action);

        if (expected == null) {
            var refusal = catchThrowableOfType(Refusal.class, () -> Lives.take(action, order));
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            if (action.leadsFrom(state)) {
                assertThat(refusal.code()).isEqualTo(ANSWERS.get(action));
                return;
            }
            assertThat(refusal.code()).isEqualTo("work-order.wrong-state");
            assertThat(refusal.details()).containsEntry("state", state.name()).containsEntry("action", action.name());
        } else {
            assertThat(Lives.take(action, order).state()).isEqualTo(expected);
        }
        assertThat(action.leadsFrom(state)).isEqualTo(expected != null);
    }

    @Test
    void theReadmeShowsTheTable() throws IOException {
        var table = Stream.of(Action.values())
                .map(row -> "| %s | `%s` | %s | %s | %s |"
                        .formatted(
                                row.from().isEmpty() ? "(a forwarded request)" : names(row.from()),
                                row,
                                names(row.by()),
                                names(row.to()),
                                row.clocks()))
                .toList();

        assertThat(Files.readAllLines(Path.of("README.md"))).containsSubsequence(table);
        assertThat(Files.readAllLines(Path.of("README.md")))
                .filteredOn(line -> line.matches("\\| .*\\| `[A-Z_]+` \\|.*"))
                .hasSameSizeAs(table);
    }

    private static String names(List<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
