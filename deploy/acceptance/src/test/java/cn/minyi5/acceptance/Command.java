package cn.minyi5.acceptance;

import cn.minyi5.backends.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code deploy/up} or {@code deploy/demo} as a process of its own, in a home of the test's. */
final class Command implements AutoCloseable {

    private static final int MINUTES = 9;

    private final Process process;
    private final Path output;

    private Command(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Command start(Class<?> main, Path home, String... arguments) {
        try {
            Files.createDirectories(home);
            var output = Files.createTempFile(home, main.getSimpleName() + "-", ".out");
            var builder = new ProcessBuilder(JavaCommand.of(
                    List.of("-Xmx256m", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"),
                    main,
                    arguments));
            builder.environment().putAll(JavaCommand.environment());
            builder.environment().put("MINYI5_HOME", home.toString());
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            return new Command(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end, however it ends. */
    int exitCode() {
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("not finished after " + MINUTES + " minutes:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
