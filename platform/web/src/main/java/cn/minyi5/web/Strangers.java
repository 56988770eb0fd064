package cn.minyi5.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often an address calls without a token that counts. Whoever has one is not counted, so that nobody is locked out
 * by others at the same address (ADR 0020).
 */
@Singleton
class Strangers {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Beyond it those are forgotten that have not called for the longest time. */
    private static final int MOST_ADDRESSES = 50_000;

    private final Cache<String, AtomicInteger> calls = Caffeine.newBuilder()
            .expireAfterWrite(WINDOW)
            .maximumSize(MOST_ADDRESSES)
            .build();
    private final int most;

    Strangers(WebConfig config) {
        this.most = config.strangersAMinute();
    }

    /** Counts one more, and says whether that is too many. */
    boolean areTooMany(RoutingContext call) {
        var address = call.request().remoteAddress().hostAddress();
        return calls.get(address, first -> new AtomicInteger()).incrementAndGet() > most;
    }
}
