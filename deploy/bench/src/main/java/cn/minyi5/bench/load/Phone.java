package cn.minyi5.bench.load;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** A secretary's phone: submits visits over one connection that is kept alive. Not for several threads. */
public final class Phone implements AutoCloseable {
    private static final int CREATED = 201;

    private final URI intake;
    private final Supplier<String> login;
    private final String grid;
    private final HttpConnection connection;
    private final Map<VisitShape, Submission> byShape = new HashMap<>();
    private String token = "";

    /**
     * @param login answers with a token that is good for a while, another one before the last one expires
     * @param grid that the secretary's team walks
     */
    public Phone(URI intake, Supplier<String> login, String grid) throws IOException {
        this.intake = intake;
        this.login = login;
        this.grid = grid;
        this.connection = new HttpConnection(intake);
    }

    /** @throws IOException also for any answer but 201 */
    public void submit(UUID key, UUID visitId, UUID requestId, String category) throws IOException {
        submit(key, visitId, List.of(requestId), VisitShape.forwarding(category));
    }

    /** @throws IOException also for any answer but 201 */
    public void submit(UUID key, UUID visitId, List<UUID> requestIds, VisitShape shape) throws IOException {
        var now = login.get();
        if (!now.equals(token)) {
            token = now;
            byShape.clear();
        }
        var submission = byShape.computeIfAbsent(shape, each -> Submission.of(intake, token, grid, each));
        submission.renew(key, visitId, requestIds);
        var status = connection.exchange(submission.bytes());
        if (status != CREATED) {
            throw new IOException("a submission was answered " + status + " " + connection.body());
        }
    }

    /** A random UUID (version 4): not secret, and so without the cost of secrecy. */
    public static UUID newId() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~0xC000_0000_0000_0000L | 1L << 63);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
