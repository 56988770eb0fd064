package cn.minyi5.routing;

import cn.minyi5.contracts.WorkOrderEvent;
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
    @Inject Transactions transactions;
    @Inject SeenWorkOrders seen;

    @Test
    void measure() {
        County.isReady();
        var pool = transactions.pool();
        County.forward(County.ONE_RULE);
        // hot path
        for (int round = 0; round < 3; round++) {
            var before = count();
            var start = System.nanoTime();
            var all = new ArrayList<org.apache.kafka.clients.producer.ProducerRecord<String, byte[]>>();
            for (int i = 0; i < 0; i++) all.add(null);
            var t = new ArrayList<Thread>();
            send(3000);
            var sent = System.nanoTime();
            while (count() < before + 3000) { try { Thread.sleep(5); } catch (InterruptedException e) {} }
            System.out.println("HOT 3000 orders sent in " + (sent - start) / 1_000_000 + " ms, all there in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
        System.out.println("LAT " + pool.query("select count(*) from outbox").execute().await().indefinitely().iterator().next().getLong(0));
        pool.query("""
            insert into work_order (id, number, request_id, grid_code, category_code, urgency, text, anonymous, team_code, visited_at, confidential, imported, opened_at, state, version, round, dispatches, returns, ruled, lead, assisting, dispatched_at)
            select gen_random_uuid(), 'X' || n, gen_random_uuid(), '370828' || lpad((n % 20)::text, 3, '0') || '001001', 'GS' || lpad((n % 30)::text, 2, '0'), 'NORMAL', repeat('水', 60), true, 'T' || n % 445,
              now() - n * interval '1 minute', false, false, now() - n * interval '1 minute',
              case when n % 20 = 0 then 'AWAITING_SIGN' when n % 20 = 1 then 'IN_PROGRESS' else 'CLOSED' end, 3, 1, 1, 0, false,
              'JX' || lpad((n % 40)::text, 2, '0'), array['JX' || lpad(((n + 7) % 40)::text, 2, '0')], now() - n * interval '1 minute'
            from generate_series(1, 400000) n""").execute().await().indefinitely();
        pool.query("analyze").execute().await().indefinitely();
        var cases = List.of(
                Map.entry(new Sight(new cn.minyi5.contracts.language.DivisionCode("370828"), "JX00", null, false), List.of("AWAITING_SIGN")),
                Map.entry(new Sight(new cn.minyi5.contracts.language.DivisionCode("370828"), "JX00", null, false), List.<String>of()),
                Map.entry(new Sight(new cn.minyi5.contracts.language.DivisionCode("370828"), "JX00", null, false), List.of("AWAITING_SIGN", "IN_PROGRESS")),
                Map.entry(new Sight(new cn.minyi5.contracts.language.DivisionCode("370828"), null, null, false), List.of("AWAITING_SIGN")),
                Map.entry(new Sight(new cn.minyi5.contracts.language.DivisionCode("370828"), null, null, false), List.<String>of()));
        for (var c : cases) {
            var filter = WorkOrderFilter.of(c.getValue(), null, null, null);
            for (int i = 0; i < 15; i++) {
                var s = System.nanoTime();
                var page = seen.page(c.getKey(), filter, Position.START, 50).await().indefinitely();
                if (i > 11) System.out.println("PAGE " + c.getKey().department() + c.getValue() + " total " + page.total() + " " + (System.nanoTime() - s) / 1000 + " us");
            }
        }
    }

    private void send(int n) {
        var props = new HashMap<String, Object>();
        var batch = new ArrayList<cn.minyi5.contracts.RequestEvent.Forwarded>();
        props.put("bootstrap.servers", System.getProperty("minyi5.testing.bootstrap-servers"));
        try (var producer = new org.apache.kafka.clients.producer.KafkaProducer<>(props, new org.apache.kafka.common.serialization.StringSerializer(), new org.apache.kafka.common.serialization.ByteArraySerializer())) {
            for (int i = 0; i < n; i++) {
                var e = County.request(County.ONE_RULE, County.GRID, false, null);
                var r = new org.apache.kafka.clients.producer.ProducerRecord<String, byte[]>(System.getProperty("minyi5.testing.prefix") + "intake.requests", e.subject(), cn.minyi5.contracts.EventCatalogue.write(e));
                Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_type", "request.forwarded.v1", "ce_source", "/t", "ce_time", Instant.now().toString()).forEach((k, v) -> r.headers().add(k, v.getBytes()));
                producer.send(r);
            }
            producer.flush();
        }
    }

    private long count() {
        return transactions.pool().query("select count(*) from work_order").execute().await().indefinitely().iterator().next().getLong(0);
    }
}
