package cn.minyi5.routing.workorder.persistence;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.Citizen;
import cn.minyi5.routing.workorder.domain.CitizenRequest;
import cn.minyi5.routing.workorder.domain.Dispatch;
import cn.minyi5.routing.workorder.domain.Disputes;
import cn.minyi5.routing.workorder.domain.Origin;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.Why;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A work order as a row of the table, and back. */
final class WorkOrderRow {

    private WorkOrderRow() {}

    /** Adds the columns in the order in which {@link SqlWorkOrders} names them. */
    static void addTo(Tuple tuple, WorkOrder order) {
        add(tuple, order.origin());
        tuple.addString(order.state().name())
                .addInteger(order.version())
                .addInteger(order.round())
                .addInteger(order.dispatches())
                .addInteger(order.disputes().returns())
                .addBoolean(order.disputes().ruled());
        add(tuple, order.dispatch());
        add(tuple, order.reply());
        tuple.addValue(utc(order.closedAt()));
    }

    static WorkOrder order(Row row) {
        return new WorkOrder(
                origin(row),
                State.valueOf(row.getString("state")),
                row.getInteger("dispatches"),
                row.getString("lead") == null ? null : dispatch(row),
                new Disputes(row.getInteger("returns"), row.getBoolean("ruled")),
                row.getInteger("round"),
                row.getString("result_code") == null ? null : reply(row),
                instant(row, "closed_at"),
                row.getInteger("version"));
    }

    private static void add(Tuple tuple, Origin origin) {
        var request = origin.request();
        tuple.addString(origin.number())
                .addUUID(request.requestId())
                .addString(request.grid().value())
                .addString(request.categoryCode())
                .addString(request.urgency().name())
                .addString(request.text())
                .addBoolean(request.citizen().anonymous())
                .addString(request.citizen().name())
                .addString(request.citizen().phone())
                .addString(request.teamCode())
                .addValue(utc(request.visitedAt()))
                .addBoolean(request.confidential())
                .addBoolean(origin.imported())
                .addValue(utc(origin.openedAt()));
    }

    private static Origin origin(Row row) {
        var request = new CitizenRequest(
                row.getUUID("request_id"),
                new GridCode(row.getString("grid_code")),
                row.getString("category_code"),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("text"),
                new Citizen(row.getBoolean("anonymous"), row.getString("citizen_name"), row.getString("citizen_phone")),
                row.getString("team_code"),
                required(row, "visited_at"));
        return new Origin(
                row.getUUID("id"),
                row.getString("number"),
                request,
                required(row, "opened_at"),
                row.getBoolean("imported"));
    }

    private static void add(Tuple tuple, @Nullable Dispatch dispatch) {
        var assignment = dispatch == null ? null : dispatch.assignment();
        var why = assignment == null ? null : assignment.why();
        tuple.addString(assignment == null ? null : assignment.lead())
                .addArrayOfString(
                        assignment == null ? null : assignment.assisting().toArray(String[]::new))
                .addUUID(why == null ? null : why.ruleId())
                .addInteger(why == null ? null : why.catalogueVersion())
                .addString(why == null ? null : why.clause())
                .addValue(dispatch == null ? null : utc(dispatch.at()))
                .addValue(dispatch == null ? null : utc(dispatch.signedAt()));
    }

    private static Dispatch dispatch(Row row) {
        var why = row.getUUID("rule_id") == null
                ? null
                : new Why(row.getUUID("rule_id"), row.getInteger("catalogue_version"), row.getString("clause"));
        return new Dispatch(
                new Assignment(row.getString("lead"), List.of(row.getArrayOfStrings("assisting")), why),
                required(row, "dispatched_at"),
                instant(row, "signed_at"));
    }

    private static void add(Tuple tuple, @Nullable Reply reply) {
        tuple.addString(reply == null ? null : reply.resultCode().name())
                .addString(reply == null ? null : reply.text())
                .addString(reply == null ? null : reply.contactLog())
                .addValue(reply == null ? null : utc(reply.at()))
                .addValue(reply == null ? null : utc(reply.acceptedAt()));
    }

    private static Reply reply(Row row) {
        return new Reply(
                ResultCode.valueOf(row.getString("result_code")),
                row.getString("reply_text"),
                row.getString("contact_log"),
                required(row, "replied_at"),
                instant(row, "accepted_at"));
    }

    private static Instant required(Row row, String column) {
        return Objects.requireNonNull(instant(row, column), column);
    }

    private static @Nullable Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
