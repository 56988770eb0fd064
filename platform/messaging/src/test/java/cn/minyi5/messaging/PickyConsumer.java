package cn.minyi5.messaging;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Refuses the thirteenth while told to: an event that this release cannot accept. What is beyond the thousandth needs the
 * thousandth.
 */
@ApplicationScoped
class PickyConsumer {

    static final String GROUP = "test.picky";

    private static final int NEEDED = 1_000;

    private final EffectConsumer accepting;
    private final Sql sql;
    private final Reactions reactions;
    private final AtomicInteger deaths = new AtomicInteger();
    private volatile boolean refuses = true;

    PickyConsumer(Inbox inbox, EffectConsumer accepting, Sql sql) {
        this.accepting = accepting;
        this.sql = sql;
        this.reactions = inbox.group(GROUP).to(RequestEvent.FollowedUp.class, (received, now) -> accept(received));
    }

    @Incoming("picky")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    void refuses(boolean thirteen) {
        refuses = thirteen;
    }

    /** Its next so many attempts end with an Error, as they do when a class is missing or the stack is too small. */
    void diesOfAnError(int times) {
        deaths.set(times);
    }

    boolean hasDied() {
        return deaths.get() == 0;
    }

    private Uni<Void> accept(List<Received<RequestEvent.FollowedUp>> received) {
        if (deaths.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StackOverflowError("on purpose");
        }
        if (refuses && received.stream().anyMatch(it -> it.event().round() == 13)) {
            throw Refusal.invalid("round.unlucky", "round");
        }
        return accepting.accept(GROUP, received).chain(() -> requireTheNeeded(received));
    }

    /** After the effects, which must be undone. */
    private Uni<Void> requireTheNeeded(List<Received<RequestEvent.FollowedUp>> received) {
        var keys = received.stream()
                .filter(it -> it.event().round() > NEEDED)
                .map(it -> it.event().requestId())
                .toList();
        return sql.value(
                        Long.class,
                        "select count(*) from effect where consumer_group = $1 and key = any($2::uuid[]) and n = $3",
                        GROUP,
                        keys.toArray(UUID[]::new),
                        NEEDED)
                .invoke(there -> {
                    if (there < keys.size()) {
                        throw new NotYet("the thousandth");
                    }
                })
                .replaceWithVoid();
    }
}
