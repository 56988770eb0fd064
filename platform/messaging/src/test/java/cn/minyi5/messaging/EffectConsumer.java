package cn.minyi5.messaging;

import cn.minyi5.contracts.RequestEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Leaves one row for every event it handles; two members of one group, as two copies of a service have. */
@ApplicationScoped
class EffectConsumer {

    private final Sql sql;
    private final Reactions reactions;

    EffectConsumer(Inbox inbox, Sql sql) {
        this.sql = sql;
        this.reactions = inbox.group("test.effects")
                .to(RequestEvent.FollowedUp.class, (received, now) -> accept("test.effects", received))
                .followingWatermarks();
    }

    @Incoming("effects")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    @Incoming("effects-two")
    Uni<Void> hearToo(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    Uni<Void> accept(String group, List<Received<RequestEvent.FollowedUp>> received) {
        return sql.update(
                        """
                        insert into effect (consumer_group, key, n)
                        select $1, key, n from unnest($2::uuid[], $3::int[]) with ordinality as e (key, n, nth)
                        order by nth""",
                        group,
                        received.stream().map(it -> it.event().requestId()).toList(),
                        received.stream().map(it -> it.event().round()).toList())
                .replaceWithVoid();
    }
}
