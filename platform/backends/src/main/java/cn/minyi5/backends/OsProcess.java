package cn.minyi5.backends;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A process of its own session that outlives the JVM which started it. All that is known of it lies in a directory:
 * {@code <name>.pid} and {@code <name>.log}; so any later JVM can look after it with the same two arguments.
 */
public final class OsProcess {
    private final Path dir;
    private final String name;

    private OsProcess(Path dir, String name) {
        this.dir = dir.toAbsolutePath();
        this.name = name;
    }

    public static OsProcess of(Path dir, String name) {
        return new OsProcess(dir, name);
    }

    /**
     * Starts the command with its output appended to the log, its working directory being that of this JVM.
     *
     * @param environment added to that of this JVM
     * @throws IllegalStateException when it is running already
     */
    public void start(List<String> command, Map<String, String> environment) {
        if (isRunning()) {
            throw new IllegalStateException(name + " is running already, pid " + pid());
        }
        try {
            Files.createDirectories(dir);
            var builder = new ProcessBuilder(
                            Stream.concat(Stream.of("setsid"), command.stream()).toList())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            // setsid and unshare replace themselves by the command, so this is the pid of the command.
            PidFile.write(pidFile(), builder.start().pid());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    public String name() {
        return name;
    }

    public Path log() {
        return dir.resolve(name + ".log");
    }

    public boolean isRunning() {
        return running().isPresent();
    }

    /** @throws IllegalStateException when it is not running */
    public long pid() {
        return running().orElseThrow(() -> new IllegalStateException(name + " is not running"));
    }

    /** SIGTERM, and SIGKILL for whatever of its tree is left after {@code patience}. Nothing when not running. */
    public void stop(Duration patience) {
        stopBy("TERM", patience);
    }

    /** @param signal the polite one, as in {@code kill -l} */
    void stopBy(String signal, Duration patience) {
        running().map(ProcessTree::of).ifPresent(tree -> {
            tree.signalRoot(signal);
            tree.signalAll("CONT");
            if (!tree.waitUntilGone(patience)) {
                tree.kill();
            }
        });
        deletePidFile();
    }

    /** SIGKILL for the whole tree; returns when the last of it is gone. Nothing when not running. */
    public void kill9() {
        running().ifPresent(pid -> {
            // Stopped first, it cannot fork away from us between the look and the blow.
            ProcessTree.of(pid).signalRoot("STOP");
            ProcessTree.of(pid).kill();
        });
        deletePidFile();
    }

    /** SIGSTOP for the whole tree: it keeps its connections and answers nothing. */
    public void pause() {
        ProcessTree.of(pid()).signalRoot("STOP");
        ProcessTree.of(pid()).signalAll("STOP");
    }

    /** SIGCONT for the whole tree. */
    public void resume() {
        ProcessTree.of(pid()).signalAll("CONT");
    }

    /** Waits until {@code ready} says so; fails with the end of the log when the process ends or time is up. */
    public void awaitReady(Duration atMost, BooleanSupplier ready) {
        var ended = new boolean[1];
        var inTime = Patience.waitUntil(atMost, () -> {
            ended[0] = !isRunning();
            return ended[0] || ready.getAsBoolean();
        });
        if (ended[0] || !inTime) {
            throw new IllegalStateException(
                    name + (inTime ? " ended while starting" : " is not ready after " + atMost) + "\n" + logEnd());
        }
    }

    private Optional<Long> running() {
        return PidFile.read(pidFile()).filter(PidFile::isRunning).map(PidFile::pid);
    }

    private Path pidFile() {
        return dir.resolve(name + ".pid");
    }

    private void deletePidFile() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String logEnd() {
        try (var lines = Files.lines(log())) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
