package cn.minyi5.routing.workorder;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import cn.minyi5.web.Command;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 并案与外转. What goes another way than to a department of the county. By hand: numbers that lead to orders. */
@ApplicationScoped
public class DiversionCommands {

    private static final String OF_THE_SAME_COUNTY =
            """
            select parent.id from work_order merged
            join work_order parent on left(parent.grid_code, 6) = left(merged.grid_code, 6) and parent.number = $2
            where merged.id = $1""";

    private static final String PARENT_OF_OTHERS = "select exists (select from work_order where parent_id = $1)";

    private static final String FORWARDED_AS =
            """
            select id from work_order where forwarded_as = $1 and starts_with(grid_code, $2)
            order by state = 'FORWARDED_OUT' desc, id limit 1""";

    /** Of two at once with one number the second waits, and finds it taken. */
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext('forwarded as ' || $1))";

    /** An order that came from a platform goes back under the number that it has there. */
    private static final String TAKEN =
            """
            select exists (select from work_order where forwarded_as = $1 and left(grid_code, 6) = $2 and id <> $3)
                or exists (select from work_order where external_number = $1 and left(grid_code, 6) = $2 and id <> $3)""";

    /** What became of an order at another platform. */
    public enum Outcome {
        ANSWERED,
        TAKEN_BACK
    }

    private final Transactions transactions;
    private final Sql sql;
    private final TakeTransition transitions;

    DiversionCommands(Transactions transactions, Sql sql, TakeTransition transitions) {
        this.transactions = transactions;
        this.sql = sql;
        this.transitions = transitions;
    }

    /** A number names one order for good, so it is looked up before both are locked. */
    public Uni<WorkOrderView> merge(Attempt attempt, String parent, String reason) {
        Action.MERGE.requireRole(attempt.command().actor().roles());
        return transactions
                .read(() -> sql.values(UUID.class, OF_THE_SAME_COUNTY, attempt.workOrderId(), parent))
                .map(found -> attempt.naming(found.isEmpty() ? null : found.get(0)))
                .flatMap(naming -> transitions.take(Action.MERGE, naming, this::requireNothingMergedInto, on -> {
                    if (on.other() == null) {
                        throw Refusal.invalid("work-order.parent-unknown", "parent");
                    }
                    return on.order().merge(on.other(), reason, on.deed());
                }));
    }

    /** So that what is merged never leads on. Whatever would be merged into it meanwhile waits for its lock. */
    private Uni<?> requireNothingMergedInto(WorkOrder order) {
        return sql.value(Boolean.class, PARENT_OF_OTHERS, order.id()).invoke(parent -> {
            if (parent) {
                throw Refusal.conflict("work-order.parent-of-others");
            }
        });
    }

    public Uni<WorkOrderView> forwardOut(Attempt attempt, String externalNumber, String reason) {
        return transitions.take(
                Action.FORWARD_OUT,
                attempt,
                order -> {
                    var county = order.request().grid().division().county();
                    return sql.rows(LOCK, externalNumber)
                            .chain(() -> sql.value(Boolean.class, TAKEN, externalNumber, county, order.id()))
                            .invoke(taken -> {
                                if (taken) {
                                    throw Refusal.conflict("external-order.number-taken")
                                            .with("externalNumber", externalNumber);
                                }
                            });
                },
                on -> on.order().forwardOut(externalNumber, reason, on.deed()));
    }

    public Uni<WorkOrderView> answerOutside(Attempt attempt, @Nullable ResultCode resultCode, @Nullable String text) {
        return transitions.take(
                Action.ANSWER_OUTSIDE, attempt, order -> Uni.createFrom().voidItem(), on -> on.order()
                        .answerOutside(resultCode, text, on.deed()));
    }

    public Uni<WorkOrderView> takeBack(Attempt attempt, @Nullable String reason) {
        return transitions.take(
                Action.TAKE_BACK, attempt, order -> Uni.createFrom().voidItem(), on -> on.order()
                        .takeBack(reason, on.deed()));
    }

    /** The attempt at the order that the platform calls so. */
    public Uni<Attempt> forwardedAs(String externalNumber, Command command) {
        Actor actor = command.actor();
        return transactions
                .read(() -> sql.values(
                        UUID.class,
                        FORWARDED_AS,
                        externalNumber,
                        AccessScope.of(actor).division()))
                .map(found -> {
                    if (found.isEmpty()) {
                        throw Refusal.notFound("external-order.unknown");
                    }
                    return new Attempt(found.get(0), command, null);
                });
    }
}
