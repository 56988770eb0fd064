package cn.minyi5.backends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free TCP ports of the loopback address, from below the range that Linux takes outgoing connections from: a server
 * that was killed finds its port free again.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int BEHIND_LAST = 32_000;
    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** A free port between 20000 and 31999 that this JVM has not been given before. */
    public static int next() {
        return ThreadLocalRandom.current()
                .ints(ATTEMPTS, FIRST, BEHIND_LAST)
                .filter(port -> isFree(port) && GIVEN.add(port))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port found in " + ATTEMPTS + " attempts"));
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
