package cn.minyi5.backends;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A process of its own session that outlives the JVM which started it. All that is known of it lies in a directory:
 * {@code <name>.pid} and {@code <name>.log}; so any later JVM can look after it with the same two arguments.
 */
public record OsProcess(Path dir, String name) {
    /** Whatever it writes is readable by its owner alone. */
    private static final List<String> PRIVATELY = List.of("sh", "-c", "umask 077; exec setsid \"$@\"", "sh");

    private static final Duration KERNEL_PATIENCE = Duration.ofSeconds(30);
    // A look costs what is starting some of its time.
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LAST_WORDS = 20;

    public OsProcess {
        dir = dir.toAbsolutePath();
    }

    /**
     * Appends its output to the log. Fails when it is running already.
     *
     * @param environment added to that of this JVM
     */
    public void start(List<String> command, Map<String, String> environment) {
        if (isRunning()) {
            throw new IllegalStateException(name + " is running already, pid " + pid());
        }
        try {
            Files.createDirectories(dir);
            keepLogPrivate();
            var builder = new ProcessBuilder(
                            Stream.concat(PRIVATELY.stream(), command.stream()).toList())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            // sh, setsid and unshare replace themselves by the command, so this is the pid of the command.
            Secrets.writePrivately(
                    pidFile(), LinuxProcess.identity(builder.start().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    private void keepLogPrivate() throws IOException {
        if (Files.notExists(log())) {
            Files.createFile(log());
        }
        Files.setPosixFilePermissions(log(), PosixFilePermissions.fromString("rw-------"));
    }

    public Path log() {
        return dir.resolve(name + ".log");
    }

    public boolean isRunning() {
        return running().isPresent();
    }

    /** It was started, nobody stopped it by this class, and yet it is gone. */
    public boolean hasDied() {
        return Files.exists(pidFile()) && !isRunning();
    }

    /** @throws IllegalStateException when it is not running */
    public long pid() {
        return running().orElseThrow(() -> new IllegalStateException(name + " is not running"));
    }

    /** SIGTERM, and SIGKILL for whatever of its tree is left after {@code patience}. Nothing when not running. */
    public void stop(Duration patience) {
        stopBy("TERM", patience);
    }

    /** As {@link #stop}, but what it has started goes on. */
    public void stopAlone(Duration patience) {
        ending(pid -> {
            signal("TERM", List.of(pid));
            if (!waitUntilGone(List.of(pid), patience)) {
                kill(List.of(pid));
            }
        });
    }

    /** @param signal the polite one, as in {@code kill -l} */
    void stopBy(String signal, Duration patience) {
        ending(pid -> {
            var tree = tree(pid);
            signal(signal, List.of(pid));
            signal("CONT", tree);
            if (!waitUntilGone(tree, patience)) {
                kill(tree);
            }
        });
    }

    /** SIGKILL for the whole tree; returns when the last of it is gone. Nothing when not running. */
    public void kill9() {
        ending(pid -> {
            // Stopped first, it cannot fork away from us between the look and the blow.
            signal("STOP", List.of(pid));
            kill(tree(pid));
        });
    }

    /** SIGSTOP for the whole tree: it keeps its connections and answers nothing. */
    public void pause() {
        signal("STOP", List.of(pid()));
        signal("STOP", tree(pid()));
    }

    /** SIGCONT for the whole tree. */
    public void resume() {
        signal("CONT", tree(pid()));
    }

    /**
     * Fails with the end of the log when the process ends or time is up.
     *
     * @param missing what it is still waiting for, in words; empty when it serves
     */
    public void awaitReady(Duration atMost, Supplier<String> missing) {
        var ready = Patience.waitFor(atMost, LOOK, () -> {
            if (!isRunning()) {
                throw new IllegalStateException(name + " ended while starting\n" + logEnd());
            }
            return Optional.of(true).filter(any -> missing.get().isEmpty());
        });
        if (ready.isEmpty()) {
            throw new IllegalStateException(
                    "%s is not ready after %d s: %s\n%s".formatted(name, atMost.toSeconds(), missing.get(), logEnd()));
        }
    }

    /** Without its pid file it has not died but was ended; while it is, it is known by another. */
    private void ending(LongConsumer end) {
        try {
            if (Files.exists(pidFile())) {
                Files.move(pidFile(), endingFile(), StandardCopyOption.ATOMIC_MOVE);
            }
            running().ifPresent(end::accept);
            Files.deleteIfExists(endingFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Long> running() {
        return Stream.of(pidFile(), endingFile())
                .flatMap(file -> LinuxProcess.living(file).stream())
                .findFirst();
    }

    private Path pidFile() {
        return dir.resolve(name + ".pid");
    }

    private Path endingFile() {
        return dir.resolve(name + ".pid.ending");
    }

    private String logEnd() {
        try {
            var all = Files.readAllLines(log());
            return String.join("\n", all.subList(Math.max(0, all.size() - LAST_WORDS), all.size()));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    private static List<Long> tree(long root) {
        return ProcessHandle.of(root).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void kill(List<Long> pids) {
        signal("KILL", pids);
        if (!waitUntilGone(pids, KERNEL_PATIENCE)) {
            throw new IllegalStateException("still there after SIGKILL: " + pids);
        }
    }

    private static boolean waitUntilGone(List<Long> pids, Duration atMost) {
        return Patience.waitUntil(atMost, () -> pids.stream().noneMatch(LinuxProcess::isAlive));
    }

    private static void signal(String signal, List<Long> pids) {
        var command = Stream.concat(
                        Stream.of("sh", "-c", "kill -s \"$@\"", "sh", signal),
                        pids.stream().map(String::valueOf))
                .toList();
        // Failure means that one of them has just gone: whoever signals looks at the processes afterwards.
        Commands.succeeds(command);
    }
}
