package cn.minyi5.messaging;

import cn.minyi5.backends.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.postgresql.ds.PGSimpleDataSource;

/** One copy of a service, put together by hand: what a test needs to run two of them side by side. */
final class Copy implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final Transactions transactions;
    private final Conversation conversation;

    private Copy(TestDatabase database, MessagingConfig config, List<EventConsumer> consumers) {
        this.pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(16))
                .connectingTo(PgConnectOptions.fromUri(database.reactiveUrl())
                        .setUser(database.user())
                        .setPassword(database.password())
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build());
        var wake = new AtomicReference<Runnable>(() -> {});
        this.transactions = new Transactions(pool, () -> wake.get().run());
        this.conversation = new Conversation(config, dataSource(database), transactions, consumers);
        wake.set(conversation::wake);
    }

    static Copy started(TestDatabase database, MessagingConfig config, EventConsumer... consumers) {
        var copy = new Copy(database, config, List.of(consumers));
        copy.conversation.start();
        return copy;
    }

    Transactions transactions() {
        return transactions;
    }

    Conversation conversation() {
        return conversation;
    }

    @Override
    public void close() {
        conversation.close();
        pool.closeAndAwait();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    static PGSimpleDataSource dataSource(TestDatabase database) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setSocketTimeout(10);
        return source;
    }

    /** A service called {@code test} that owns {@code intake.visits}. */
    record Config(String bootstrapServers, Optional<String> prefix) implements MessagingConfig {
        @Override
        public String source() {
            return "test";
        }

        @Override
        public List<String> topics() {
            return List.of("intake.visits");
        }

        @Override
        public short replication() {
            return 1;
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(10);
        }

        @Override
        public Duration watermark() {
            return Duration.ofMillis(250);
        }

        @Override
        public Duration turn() {
            return Duration.ofMillis(200);
        }
    }
}
