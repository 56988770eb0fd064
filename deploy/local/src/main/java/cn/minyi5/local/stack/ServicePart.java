package cn.minyi5.local.stack;

import cn.minyi5.backends.JavaCommand;
import cn.minyi5.backends.OsProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of the four services, run from its build output. */
record ServicePart(OsProcess process, URI address, Map<String, String> environment, HttpClient http) implements Part {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    // The whole demo runs in this, the spreadsheets of its bulletins too; measured in the README.
    private static final List<String> OPTIONS = List.of("-Xms48m", "-Xmx256m", "-XX:+UseSerialGC");

    @Override
    public void start() {
        var jar = Repository.jar(name());
        if (process.isRunning() && isOlderThan(jar)) {
            stop();
        }
        if (!process.isRunning()) {
            var command = new ArrayList<String>();
            command.add(JavaCommand.java());
            command.addAll(OPTIONS);
            command.addAll(List.of("-jar", jar.toString()));
            process.start(command, environment);
        }
        process.awaitReady(START, this::isUp);
    }

    @Override
    public void stop() {
        process.stop(STOP);
    }

    /** A running service whose jar was built anew would look for classes that are gone. */
    private boolean isOlderThan(Path jar) {
        try {
            var built = Files.getLastModifiedTime(jar).toInstant();
            return ProcessHandle.of(process.pid())
                    .flatMap(handle -> handle.info().startInstant())
                    .filter(built::isAfter)
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isUp() {
        var request = HttpRequest.newBuilder(address.resolve("/health/ready"))
                .timeout(ANSWER)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name(), e);
        }
    }
}
