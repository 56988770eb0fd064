package cn.minyi5.routing.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Lives;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * DOMAIN §4 once more, as the county wrote it and not as the code has it: every state × every action × everybody. Who may
 * leads where the table says; everybody else is refused, with 404 where the order is not for their eyes.
 */
class StateTableTest {

    /** from | action | who | to; the second return is not for the desk to decide, and the team acts in intake alone. */
    private static final String TABLE =
            """
            AWAITING_DISPATCH | DISPATCH        | desk   | AWAITING_SIGN
            AWAITING_DISPATCH | REFUSE          | desk   | NOT_ACCEPTED
            AWAITING_SIGN     | SIGN            | lead   | IN_PROGRESS
            AWAITING_SIGN     | RETURN          | lead   | RETURN_REVIEW
            IN_PROGRESS       | RETURN          | lead   | RETURN_REVIEW
            RETURN_REVIEW     | ACCEPT_RETURN   | desk   | AWAITING_DISPATCH
            RETURN_REVIEW     | REJECT_RETURN   | desk   | IN_PROGRESS
            ARBITRATION       | RULE            | office | AWAITING_SIGN
            AWAITING_SIGN     | SIGN_PART       | assisting | AWAITING_SIGN
            IN_PROGRESS       | SIGN_PART       | assisting | IN_PROGRESS
            AWAITING_SIGN     | HAND_IN_PART    | assisting | AWAITING_SIGN
            IN_PROGRESS       | HAND_IN_PART    | assisting | IN_PROGRESS
            IN_PROGRESS       | CONFIRM_PART    | lead   | IN_PROGRESS
            IN_PROGRESS       | SEND_PART_BACK  | lead   | IN_PROGRESS
            AWAITING_DISPATCH | MERGE           | desk   | MERGED
            MERGED            | UNMERGE         | rules  | AWAITING_DISPATCH
            AWAITING_DISPATCH | FORWARD_OUT     | desk   | FORWARDED_OUT
            FORWARDED_OUT     | ANSWER_OUTSIDE  | desk   | FOLLOW_UP
            FORWARDED_OUT     | ANSWER_OUTSIDE  | system | FOLLOW_UP
            FORWARDED_OUT     | TAKE_BACK       | desk   | AWAITING_DISPATCH
            FORWARDED_OUT     | TAKE_BACK       | system | AWAITING_DISPATCH
            IN_PROGRESS       | ASK_EXTENSION   | lead   | IN_PROGRESS
            IN_PROGRESS       | GRANT_EXTENSION | desk   | IN_PROGRESS
            IN_PROGRESS       | DENY_EXTENSION  | desk   | IN_PROGRESS
            IN_PROGRESS       | BEGIN_WAITING   | lead   | IN_PROGRESS
            IN_PROGRESS       | END_WAITING     | lead   | IN_PROGRESS
            IN_PROGRESS       | PROPOSE_SUSPENSION | head | IN_PROGRESS
            IN_PROGRESS       | SUSPEND         | office | SUSPENDED
            IN_PROGRESS       | DENY_SUSPENSION | office | IN_PROGRESS
            SUSPENDED         | RESUME          | head   | IN_PROGRESS
            SUSPENDED         | RESUME          | office | IN_PROGRESS
            CLOSED            | REOPEN          | secretary | AWAITING_SIGN
            CLOSED            | REOPEN          | leader | AWAITING_SIGN
            CLOSED            | REOPEN          | office | AWAITING_SIGN
            IN_PROGRESS       | REPLY           | lead   | REPLY_REVIEW
            REPLY_REVIEW      | SEND_REPLY_BACK | desk   | IN_PROGRESS
            REPLY_REVIEW      | ACCEPT_REPLY    | desk   | FOLLOW_UP
            AWAITING_DISPATCH | WITHDRAW        | team   | WITHDRAWN
            AWAITING_SIGN     | WITHDRAW        | team   | WITHDRAWN
            IN_PROGRESS       | WITHDRAW        | team   | WITHDRAWN
            RETURN_REVIEW     | WITHDRAW        | team   | WITHDRAWN
            ARBITRATION       | WITHDRAW        | team   | WITHDRAWN
            REPLY_REVIEW      | WITHDRAW        | team   | WITHDRAWN
            FOLLOW_UP         | WITHDRAW        | team   | WITHDRAWN
            SUSPENDED         | WITHDRAW        | team   | WITHDRAWN
            FORWARDED_OUT     | WITHDRAW        | team   | WITHDRAWN
            MERGED            | WITHDRAW        | team   | WITHDRAWN
            """;

    /** What the office does in the place of lead and desk, neither of whom sees a complaint about officials. */
    private static final Set<Action> OF_THE_OFFICE_IF_CONFIDENTIAL = EnumSet.of(
            Action.SIGN,
            Action.REPLY,
            Action.SEND_REPLY_BACK,
            Action.ACCEPT_REPLY,
            Action.RULE,
            Action.ASK_EXTENSION,
            Action.GRANT_EXTENSION,
            Action.DENY_EXTENSION,
            Action.BEGIN_WAITING,
            Action.END_WAITING,
            Action.PROPOSE_SUSPENSION);

    /** What must have been asked for before, so that there is something to rule on or to end. */
    private static final Map<Action, Action> BEFORE = Map.of(
            Action.GRANT_EXTENSION,
            Action.ASK_EXTENSION,
            Action.DENY_EXTENSION,
            Action.ASK_EXTENSION,
            Action.END_WAITING,
            Action.BEGIN_WAITING,
            Action.SUSPEND,
            Action.PROPOSE_SUSPENSION,
            Action.DENY_SUSPENSION,
            Action.PROPOSE_SUSPENSION);

    private record Row(State from, Action action, String who, State to) {

        static Row of(String line) {
            var cells = Stream.of(line.split("\\|")).map(String::strip).toList();
            return new Row(
                    State.valueOf(cells.get(0)),
                    Action.valueOf(cells.get(1)),
                    cells.get(2),
                    State.valueOf(cells.get(3)));
        }
    }

    /** @param sees whether an ordinary order that water leads and roads assist, and likewise a confidential one */
    private record Somebody(String name, Actor actor, @Nullable String party, boolean sees, boolean seesConfidential) {}

    private static final List<Row> ROWS = TABLE.lines().map(Row::of).toList();

    private static final Map<String, String> ROLE_OF = Map.of(
            "desk",
            Roles.DISPATCHER,
            "lead",
            Roles.CLERK,
            "assisting",
            Roles.CLERK,
            "head",
            Roles.DEPARTMENT_HEAD,
            "office",
            Roles.SUPERVISOR,
            "secretary",
            Roles.SECRETARY,
            "leader",
            Roles.TEAM_LEADER,
            "system",
            Roles.INTEGRATION,
            "team",
            "nobody's here",
            "rules",
            "nobody's here");

    private static final List<Somebody> EVERYBODY = List.of(
            new Somebody("the lead's clerk", actor(Roles.CLERK, "370828", Lives.WATER, null), "lead", true, false),
            new Somebody(
                    "an assisting clerk", actor(Roles.CLERK, "370828", Lives.ROADS, null), "assisting", true, false),
            new Somebody(
                    "another department's clerk", actor(Roles.CLERK, "370828", "schools", null), null, false, false),
            new Somebody("a clerk without department", actor(Roles.CLERK, "370828", null, null), null, false, false),
            new Somebody(
                    "the same department of another county",
                    actor(Roles.CLERK, "370829", Lives.WATER, null),
                    null,
                    false,
                    false),
            new Somebody(
                    "the lead's head", actor(Roles.DEPARTMENT_HEAD, "370828", Lives.WATER, null), "head", true, false),
            new Somebody("the desk", actor(Roles.DISPATCHER, "370828", null, null), "desk", true, false),
            new Somebody("another county's desk", actor(Roles.DISPATCHER, "370829", null, null), null, false, false),
            new Somebody("the county's office", actor(Roles.SUPERVISOR, "370828", null, null), "office", true, true),
            new Somebody("the township's office", actor(Roles.SUPERVISOR, "370828101", null, null), null, true, false),
            new Somebody("another county's office", actor(Roles.SUPERVISOR, "370829", null, null), null, false, false),
            new Somebody(
                    "a secretary of the team",
                    actor(Roles.SECRETARY, "370828", null, "T0001"),
                    "secretary",
                    true,
                    false),
            new Somebody("the team's leader", actor(Roles.TEAM_LEADER, "370828", null, "T0001"), "leader", true, false),
            new Somebody(
                    "another team's secretary", actor(Roles.SECRETARY, "370828", null, "T0002"), null, false, false),
            new Somebody("an administrator", actor(Roles.ADMINISTRATOR, "370828", null, null), null, false, false),
            new Somebody("the other platform", actor(Roles.INTEGRATION, "370828", null, null), "system", false, false),
            new Somebody(
                    "another county's platform", actor(Roles.INTEGRATION, "370829", null, null), null, false, false));

    @Test
    void everyStateAndActionAndRoleIsAsTheTableSays() {
        var softly = new SoftAssertions();
        var cases = 0;
        for (var order : orders()) {
            for (var action : EnumSet.complementOf(EnumSet.of(Action.OPEN))) {
                for (var somebody : EVERYBODY) {
                    softly.assertThat(outcome(prepared(order, action), action, somebody.actor()))
                            .as(
                                    "%s does %s in %s%s",
                                    somebody.name(),
                                    action,
                                    order.state(),
                                    order.request().confidential() ? " (confidential)" : "")
                            .isEqualTo(expected(order, action, somebody));
                    cases++;
                }
            }
        }
        softly.assertAll();
        assertThat(cases).isEqualTo(2 * State.values().length * (Action.values().length - 1) * EVERYBODY.size());
    }

    @Test
    void everyWayOfTheTableIsOneOfTheCodeAndNoOther() {
        var ofTheCode = Stream.of(Action.values())
                .filter(action -> action != Action.OPEN && action != Action.FOLLOW_UP)
                .flatMap(action -> action.from().stream().map(from -> from + " " + action))
                .collect(Collectors.toSet());

        assertThat(ROWS.stream().map(row -> row.from() + " " + row.action()).collect(Collectors.toSet()))
                .isEqualTo(ofTheCode);
    }

    /** One in each state, ordinary and confidential. */
    private static List<WorkOrder> orders() {
        var orders = new ArrayList<WorkOrder>();
        for (var category : List.of("GS02", "ZX02")) {
            for (var state : State.values()) {
                orders.add(Lives.in(state, category));
            }
        }
        return orders;
    }

    /** As far on as the step needs it, where the state knows the step. */
    private static WorkOrder prepared(WorkOrder order, Action action) {
        if (!action.from().contains(order.state())) {
            return order;
        }
        return switch (action) {
            case HAND_IN_PART -> Lives.take(Action.SIGN_PART, order);
            case CONFIRM_PART, SEND_PART_BACK -> Lives.take(Action.HAND_IN_PART, Lives.take(Action.SIGN_PART, order));
            case REPLY -> Lives.assisted(order);
            default -> BEFORE.containsKey(action) ? Lives.take(BEFORE.get(action), order) : order;
        };
    }

    private static String expected(WorkOrder order, Action action, Somebody somebody) {
        var confidential = order.request().confidential();
        var rows = ROWS.stream().filter(row -> row.action() == action).toList();
        var office = somebody.actor().is(Roles.SUPERVISOR);
        var byRole = rows.stream().anyMatch(row -> somebody.actor().is(ROLE_OF.get(row.who())))
                || office && OF_THE_OFFICE_IF_CONFIDENTIAL.contains(action);
        if (!byRole) {
            return "403";
        }
        // A department sees what it has or assists in; at the desk it is nobody's. A platform sees what it was given.
        var given = order.lead() != null || somebody.actor().department() == null;
        var forwarded = "system".equals(somebody.party()) && order.state() == State.FORWARDED_OUT && !confidential;
        if (!(confidential ? somebody.seesConfidential() : somebody.sees() || forwarded) || !given) {
            return "404";
        }
        var byParty = rows.stream().anyMatch(row -> row.who().equals(somebody.party()))
                || confidential && "office".equals(somebody.party()) && OF_THE_OFFICE_IF_CONFIDENTIAL.contains(action);
        if (!byParty) {
            return "403";
        }
        return rows.stream()
                .filter(row -> row.from() == order.state())
                .map(row -> row.to().name())
                .findFirst()
                .orElse("409");
    }

    private static String outcome(WorkOrder order, Action action, Actor actor) {
        try {
            action.requireRole(actor.roles());
            var deed = new Permissions(actor).deed(order, null, Lives.NOON);
            return Lives.take(action, order, Lives.toWater(), Answer.YES, deed)
                    .order()
                    .state()
                    .name();
        } catch (Refusal refusal) {
            return switch (refusal.kind()) {
                case FORBIDDEN -> "403";
                case NOT_FOUND -> "404";
                case CONFLICT -> "409";
                default -> refusal.code();
            };
        }
    }

    private static Actor actor(String role, String division, @Nullable String department, @Nullable String team) {
        return new Actor(role, role, Set.of(role), new DivisionCode(division), department, team);
    }
}
