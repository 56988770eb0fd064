package cn.minyi5.intake.request.persistence;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.request.application.Requests;
import cn.minyi5.intake.request.domain.KnownWorkOrder;
import cn.minyi5.intake.request.domain.KnownWorkOrder.AcceptedReply;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.request.domain.RecordedRequest;
import cn.minyi5.privacy.Sealed;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SqlRequests#FIND} selects. */
final class RequestRow {

    private RequestRow() {}

    static Requests.Found found(Row row) {
        return new Requests.Found(request(row), particulars(row));
    }

    private static RecordedRequest request(Row row) {
        return new RecordedRequest(
                row.getUUID("id"),
                row.getUUID("visit_id"),
                new GridCode(row.getString("grid_code")),
                row.getString("team_code"),
                row.getString("category_code"),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("text"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("resolution_note"),
                row.getOffsetDateTime("visited_at").toInstant(),
                row.getBoolean("imported"),
                order(row),
                row.getInteger("followed_up_round"));
    }

    private static @Nullable KnownWorkOrder order(Row row) {
        var id = row.getUUID("order_id");
        if (id == null) {
            return null;
        }
        var ended = row.getString("ended");
        return new KnownWorkOrder(
                id,
                row.getString("number"),
                row.getBoolean("confidential"),
                row.getString("holder"),
                row.getInteger("round"),
                answer(row),
                ended == null ? null : Ending.valueOf(ended));
    }

    private static @Nullable AcceptedReply answer(Row row) {
        var round = row.getInteger("answered_round");
        return round == null
                ? null
                : new AcceptedReply(
                        round,
                        ResultCode.valueOf(row.getString("result_code")),
                        row.getString("answer"),
                        row.getOffsetDateTime("answered_at").toInstant());
    }

    private static @Nullable Sealed particulars(Row row) {
        var key = row.get(Buffer.class, "wrapped_key");
        var content = row.get(Buffer.class, "content");
        return key == null || content == null ? null : new Sealed(key.getBytes(), content.getBytes());
    }
}
