package cn.minyi5.backends;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Short commands that are waited for. All of them throw IllegalStateException with the output of one that fails. */
public final class Commands {
    private Commands() {}

    public static String run(List<String> command) {
        return run(command, Map.of());
    }

    /** @param environment added to that of this JVM */
    public static String run(List<String> command, Map<String, String> environment) {
        return run(command, environment, InputStream.nullInputStream());
    }

    /** Answers with what the command has printed. */
    static String run(List<String> command, Map<String, String> environment, InputStream input) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            try (var out = process.getOutputStream()) {
                input.transferTo(out);
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean succeeds(List<String> command) {
        try {
            run(command);
            return true;
        } catch (IllegalStateException | UncheckedIOException e) {
            return false;
        }
    }
}
