package cn.minyi5.backends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Asks whether a broker serves. */
final class KafkaProbe {
    private static final int ADMIN_SECONDS = 10;

    private KafkaProbe() {}

    static boolean serves(int port) {
        // The port first, because an admin client complains in the log about every refused connection.
        return accepts(port) && answers(port);
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(int port) {
        try (var admin = admin("127.0.0.1:" + port)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(ADMIN_SECONDS, TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        }
    }

    /** Kafka looks its plug-ins up in the thread's class loader, which in a Quarkus test may be another than its own. */
    private static Admin admin(String bootstrapServers) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Admin.class.getClassLoader());
        try {
            return Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
