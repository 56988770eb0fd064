package cn.minyi5.backends;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short commands that are waited for. */
final class Commands {
    private Commands() {}

    /** @throws IOException with the command's output when it fails */
    static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitCode(process) != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + output);
        }
    }

    static boolean succeeds(List<String> command) {
        try {
            run(command);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a command", e);
        }
    }
}
