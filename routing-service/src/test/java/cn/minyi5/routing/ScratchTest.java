package cn.minyi5.routing;

import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.application.*;
import cn.minyi5.testing.*;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.*;
import java.util.*;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class ScratchTest {
    @Inject
    Transactions transactions;

    @Inject
    SeenWorkOrders seen;

    @Test
    void measure() {
        County.isReady();
        var pool = transactions.pool();
        County.forward(County.ONE_RULE);
        pool.query(
                        """
            insert into work_order (id, number, request_id, grid_code, category_code, urgency, text, anonymous, team_code, visited_at, confidential, imported, opened_at, state, version, round, dispatches, returns, ruled, lead, assisting, dispatched_at)
            select gen_random_uuid(), 'X' || n, gen_random_uuid(), '370828' || lpad((n % 20)::text, 3, '0') || '001001', 'GS' || lpad((n % 30)::text, 2, '0'), 'NORMAL', repeat('水', 60), true, 'T' || n % 445,
              now() - n * interval '1 minute', false, false, now() - n * interval '1 minute',
              case when n % 20 = 0 then 'AWAITING_SIGN' when n % 20 = 1 then 'IN_PROGRESS' else 'CLOSED' end, 3, 1, 1, 0, false,
              'JX' || lpad((n % 40)::text, 2, '0'), array['JX' || lpad(((n + 7) % 40)::text, 2, '0')], now() - n * interval '1 minute'
            from generate_series(1, 400000) n""")
                .execute()
                .await()
                .indefinitely();
        pool.query("analyze").execute().await().indefinitely();
        explain(true, true, "'JX00'", "array['AWAITING_SIGN']");
        explain(true, false, "'JX00'", "'{}'");
        explain(false, true, "null", "array['AWAITING_SIGN']");
        explain(false, false, "null", "'{}'");
    }

    private void explain(boolean ofDepartment, boolean inOneState, String department, String states) {
        for (var mode : List.of("force_generic_plan", "force_custom_plan")) {
            for (var total : List.of(false, true)) {
                transactions
                        .pool()
                        .withConnection(c -> c.query("set plan_cache_mode = " + mode)
                                .execute()
                                .chain(() -> c.query("prepare q"
                                                + (total
                                                        ? "(text, boolean, text, text, text[], text, text, text)"
                                                        : "(text, boolean, text, text, text[], text, text, text, timestamptz, uuid, int)")
                                                + " as "
                                                + (total
                                                        ? cn.minyi5.routing.workorder.persistence.Sqls.total(
                                                                ofDepartment, inOneState)
                                                        : cn.minyi5.routing.workorder.persistence.Sqls.page(
                                                                ofDepartment, inOneState)))
                                        .execute())
                                .chain(() -> c.query(
                                                "explain (analyze, buffers, costs off) execute q('370828', false, null, "
                                                        + department + ", " + states + ", '', '', null"
                                                        + (total
                                                                ? ""
                                                                : ", '1970-01-01', '00000000-0000-0000-0000-000000000000', 51")
                                                        + ")")
                                        .execute())
                                .invoke(rows -> {
                                    System.out.println("PLAN " + mode + " dep=" + ofDepartment + " one=" + inOneState
                                            + " total=" + total);
                                    rows.forEach(r -> System.out.println("PLAN   " + r.getString(0)));
                                })
                                .chain(() -> c.query("deallocate q").execute())
                                .chain(() ->
                                        c.query("set plan_cache_mode = auto").execute()))
                        .await()
                        .indefinitely();
            }
        }
    }

    private void send(int n) {
        var props = new HashMap<String, Object>();
        var batch = new ArrayList<cn.minyi5.contracts.RequestEvent.Forwarded>();
        props.put("bootstrap.servers", System.getProperty("minyi5.testing.bootstrap-servers"));
        try (var producer = new org.apache.kafka.clients.producer.KafkaProducer<>(
                props,
                new org.apache.kafka.common.serialization.StringSerializer(),
                new org.apache.kafka.common.serialization.ByteArraySerializer())) {
            for (int i = 0; i < n; i++) {
                var e = County.request(County.ONE_RULE, County.GRID, false, null);
                var r = new org.apache.kafka.clients.producer.ProducerRecord<String, byte[]>(
                        System.getProperty("minyi5.testing.prefix") + "intake.requests",
                        e.subject(),
                        cn.minyi5.contracts.EventCatalogue.write(e));
                Map.of(
                                "ce_specversion",
                                "1.0",
                                "ce_id",
                                UUID.randomUUID().toString(),
                                "ce_type",
                                "request.forwarded.v1",
                                "ce_source",
                                "/t",
                                "ce_time",
                                Instant.now().toString())
                        .forEach((k, v) -> r.headers().add(k, v.getBytes()));
                producer.send(r);
            }
            producer.flush();
        }
    }

    private long count() {
        return transactions
                .pool()
                .query("select count(*) from work_order")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
