package cn.minyi5.backends.guessing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who has guessed at which name, from where. Kept in memory: a restart forgives. For several threads. */
final class GuessedNames {

    /** Beyond it those are forgotten that were not heard of for the longest time. */
    private static final int MOST = 50_000;

    /** Of IPv6 the network counts: whoever has one has 2^64 addresses (RFC 6177). */
    private static final int NETWORK_BYTES = 8;

    private final Map<Key, Guesses> guesses = new LinkedHashMap<>();

    private record Key(String user, String address) {}

    synchronized void wrong(String user, String address, Instant now, Guesses.Rule rule) {
        var key = key(user, address);
        var before = guesses.remove(key);
        guesses.put(key, (before == null ? Guesses.NONE : before).again(now, rule));
        if (guesses.size() > MOST) {
            guesses.remove(guesses.keySet().iterator().next());
        }
    }

    synchronized void right(String user, String address) {
        guesses.remove(key(user, address));
    }

    synchronized boolean mustWait(String user, String address, Instant now, Guesses.Rule rule) {
        return guesses.getOrDefault(key(user, address), Guesses.NONE).mustWait(now, rule);
    }

    private static Key key(String user, String address) {
        try {
            // A literal address asks nobody.
            var bytes = InetAddress.getByName(address).getAddress();
            Arrays.fill(bytes, Math.min(bytes.length, NETWORK_BYTES), bytes.length, (byte) 0);
            return new Key(user, InetAddress.getByAddress(bytes).getHostAddress());
        } catch (UnknownHostException e) {
            return new Key(user, address);
        }
    }
}
