package cn.minyi5.backends;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Short commands that are waited for. */
public final class Commands {
    private Commands() {}

    /** @throws IOException with the command's output when it fails */
    public static void run(List<String> command) throws IOException {
        run(command, Map.of());
    }

    /** @param environment added to that of this JVM */
    static void run(List<String> command, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        await(process, String.join(" ", command));
    }

    static boolean succeeds(List<String> command) {
        try {
            run(command);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws IOException with the process's output when it fails */
    static void await(Process process, String name) throws IOException {
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(name + " failed:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }
}
