package cn.minyi5.messaging;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;

/** Puts the conversation of this service together from its configuration and its consumers. */
@ApplicationScoped
public class MessagingBeans {

    private final AtomicReference<Runnable> wakeRelay = new AtomicReference<>(() -> {});

    @Produces
    @Singleton
    Transactions transactions(Pool pool) {
        return new Transactions(pool, () -> wakeRelay.get().run());
    }

    @Produces
    @Singleton
    Conversation conversation(
            MessagingConfig config,
            AgroalDataSource database,
            Transactions transactions,
            @Any Instance<EventConsumer> consumers) {
        var conversation = new Conversation(config, database, transactions, consumers);
        wakeRelay.set(conversation::wake);
        return conversation;
    }

    @Produces
    @Singleton
    DeadLetters deadLetters(Conversation conversation) {
        return conversation.deadLetters();
    }

    void begin(@Observes StartupEvent event, Conversation conversation, MeterRegistry metrics) {
        metrics.gauge("minyi5.inbox.waiting", conversation, Conversation::waiting);
        metrics.gauge("minyi5.relay.leading", conversation, it -> it.leading() ? 1 : 0);
        conversation.start();
    }

    void end(@Observes ShutdownEvent event, Conversation conversation) {
        conversation.close();
    }
}
