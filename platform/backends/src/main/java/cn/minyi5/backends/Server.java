package cn.minyi5.backends;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Something that serves on 127.0.0.1 from a process and a directory of its own. It outlives this JVM; whatever is made
 * with the same arguments looks after the same process.
 */
public interface Server {
    Duration STOP = Duration.ofSeconds(30);
    Duration ANSWER = Duration.ofSeconds(5);

    OsProcess process();

    /** Starts the process and does not wait for it. */
    void launch();

    /** What keeps the running process from serving, in words; empty when it serves. */
    String missing();

    /** How long a start may take. */
    default Duration patience() {
        return Duration.ofSeconds(60);
    }

    /** Starts it unless it runs; returns when it serves. */
    default void start() {
        if (!process().isRunning()) {
            launch();
        }
        process().awaitReady(patience(), this::missing);
    }

    /** Politely; nothing when it does not run. */
    default void stop() {
        process().stop(STOP);
    }

    /** SIGKILL, and waits until it is gone; nothing when it does not run. */
    default void kill9() {
        process().kill9();
    }

    /** For those that say by HTTP how they are: empty at 200. */
    static String missing(String address, Function<HttpResponse<String>, String> explanation) {
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER).build();
        try {
            var answer = Http.CLIENT.sendAsync(request, BodyHandlers.ofString()).join();
            return answer.statusCode() == 200 ? "" : explanation.apply(answer);
        } catch (CompletionException e) {
            return "it does not answer";
        }
    }

    /** Made when first needed: it has threads. */
    final class Http {
        private static final HttpClient CLIENT =
                HttpClient.newBuilder().connectTimeout(ANSWER).build();

        private Http() {}
    }
}
