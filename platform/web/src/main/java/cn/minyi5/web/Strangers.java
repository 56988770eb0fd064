package cn.minyi5.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.util.NetUtil;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often an address, or a network of IPv6 (/64), calls without a token that counts. Whoever has one is not counted, so that nobody is locked out
 * by others at the same address (ADR 0020).
 */
@Singleton
class Strangers {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int NETWORK_BYTES = 8;

    /** Beyond it those are forgotten that have not called for the longest time. */
    private static final int MOST_ADDRESSES = 50_000;

    private final Cache<String, AtomicInteger> calls = Caffeine.newBuilder()
            .expireAfterWrite(WINDOW)
            .maximumSize(MOST_ADDRESSES)
            .build();
    private final int most;

    @Inject
    Strangers(WebConfig config) {
        this(config.strangersAMinute());
    }

    Strangers(int most) {
        this.most = most;
    }

    /** Counts one more, and says whether that is too many. */
    boolean areTooMany(RoutingContext call) {
        var caller = call.request().remoteAddress();
        return areTooMany(Objects.requireNonNullElse(caller.hostAddress(), caller.host()));
    }

    boolean areTooMany(String address) {
        return calls.get(counted(address), first -> new AtomicInteger()).incrementAndGet() > most;
    }

    /** Of IPv6 the network: whoever has one has 2^64 addresses (RFC 6177). */
    static String counted(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return address;
        }
        try {
            // An IPv4 address in the clothes of IPv6 becomes one again.
            var plain = InetAddress.getByAddress(bytes).getAddress();
            Arrays.fill(plain, Math.min(plain.length, NETWORK_BYTES), plain.length, (byte) 0);
            return InetAddress.getByAddress(plain).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 bytes are an address", e);
        }
    }
}
