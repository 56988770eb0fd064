package cn.minyi5.messaging;

import cn.minyi5.contracts.VisitEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;

/** Leaves one row for every event it handles, and the latest watermark of every partition. */
final class EffectConsumer implements EventConsumer {

    @Override
    public String group() {
        return "test.effects";
    }

    @Override
    public OldReactions reactions() {
        return OldReactions.on(VisitEvent.Recorded.class, (received, tx) -> accept(received.event(), tx));
    }

    Uni<Void> accept(VisitEvent.Recorded event, Transaction tx) {
        return tx.connection()
                .preparedQuery("insert into effect (key, n) values ($1, $2)")
                .execute(Tuple.of(event.visitId(), event.requests()))
                .replaceWithVoid();
    }

    @Override
    public boolean wantsWatermarks() {
        return true;
    }

    @Override
    public Uni<Void> seenUpTo(Watermark watermark, Transaction tx) {
        return tx.connection()
                .preparedQuery(
                        """
                        insert into seen (partition, up_to) values ($1, $2)
                        on conflict (partition) do update set up_to = greatest(seen.up_to, excluded.up_to)""")
                .execute(Tuple.of(watermark.partition(), watermark.upTo().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
