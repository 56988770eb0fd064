package cn.minyi5.backends;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Something that serves on 127.0.0.1 from a process and a directory of its own. It outlives this JVM; another object
 * made with the same arguments looks after the same process.
 */
public abstract class Server {
    private static final Duration STOP = Duration.ofSeconds(30);

    private final OsProcess process;

    protected Server(Path dir, String name) {
        this.process = OsProcess.of(dir, name);
    }

    /** Starts it unless it runs; returns when it serves. */
    public Server start() {
        if (!process.isRunning()) {
            launch();
        }
        process.awaitReady(patience(), this::missing);
        return this;
    }

    /** Starts the process and does not wait for it. */
    public abstract void launch();

    /** What keeps the running process from serving, in words; empty when it serves. */
    public abstract String missing();

    /** How long a start may take. */
    protected Duration patience() {
        return Duration.ofSeconds(60);
    }

    /** Politely; nothing when it does not run. */
    public void stop() {
        process.stop(STOP);
    }

    /** SIGKILL, and waits until it is gone; nothing when it does not run. */
    public void kill9() {
        process.kill9();
    }

    public OsProcess process() {
        return process;
    }
}
