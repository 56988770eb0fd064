package cn.minyi5.bench.load;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Who submits where.
 *
 * @param token a fresh one of the secretary
 * @param grid that the secretary's team walks
 */
public record Crowd(URI intake, Supplier<String> token, String grid) {
    static final int CREATED = 201;

    /** A request of the category, with a token of now. */
    public Submission submission(String category) {
        return Submission.of(intake, token.get(), grid, category);
    }

    /** Anything but 201 ends the measurement, with what the service said. */
    public static void expectCreated(int status, HttpConnection connection) {
        if (status != CREATED) {
            throw new IllegalStateException("a submission was answered " + status + " " + connection.body());
        }
    }
}
