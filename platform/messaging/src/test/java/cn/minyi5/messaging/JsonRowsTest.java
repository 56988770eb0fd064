package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.WorkOrderEvent.Signed;
import cn.minyi5.contracts.language.ClockKind;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonRowsTest {

    private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final UUID EVENT = UUID.fromString("01990000-0000-7000-8000-000000000002");
    private static final Instant NINE = Instant.parse("2021-09-05T01:00:00.123456Z");

    private record Run(UUID id, ClockKind kind, int dispatchNo, Instant startedAt, @Nullable Instant stoppedAt) {}

    @Test
    void aComponentIsTheColumnOfItsName() {
        assertThat(JsonRows.of(new Run(ID, ClockKind.SIGN, 2, NINE, null)))
                .isEqualTo(new JsonObject()
                        .put("id", ID.toString())
                        .put("kind", "SIGN")
                        .put("dispatch_no", 2)
                        .put("started_at", NINE.toString())
                        .putNull("stopped_at"));
    }

    @Test
    void anEventComesWithItsIdAndTheMomentAtWhichItHappened() {
        var signed =
                new Received<>(EVENT, new Signed(ID, 1, 1, "ZJJ", false), NINE, "routing.work-orders", 3, null, 21L);

        var row = JsonRows.ofEvents(List.of(signed)).getJsonObject(0);

        assertThat(row.getString("work_order_id")).isEqualTo(ID.toString());
        assertThat(row.getString("event_id")).isEqualTo(EVENT.toString());
        assertThat(row.getInstant("happened_at")).isEqualTo(NINE);
        assertThat(row.getString("department")).isEqualTo("ZJJ");
    }
}
