package cn.minyi5.backends;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A process and all that it started, as seen at one moment. */
final class ProcessTree {
    private static final Duration KERNEL_PATIENCE = Duration.ofSeconds(30);

    private final long root;
    private final List<ProcessHandle> members;

    private ProcessTree(long root, List<ProcessHandle> members) {
        this.root = root;
        this.members = members;
    }

    static ProcessTree of(long root) {
        var members = ProcessHandle.of(root).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .toList();
        return new ProcessTree(root, members);
    }

    /** @param name as in {@code kill -l}, for example {@code TERM} */
    void signalRoot(String name) {
        signal(name, List.of(root));
    }

    void signalAll(String name) {
        signal(name, members.stream().map(ProcessHandle::pid).toList());
    }

    boolean isGone() {
        return members.stream().noneMatch(ProcessTree::isAlive);
    }

    boolean waitUntilGone(Duration atMost) {
        return Patience.waitUntil(atMost, this::isGone);
    }

    /** SIGKILL to all, the root first; returns when none of them is left. */
    void kill() {
        members.forEach(ProcessHandle::destroyForcibly);
        if (!waitUntilGone(KERNEL_PATIENCE)) {
            throw new IllegalStateException("process " + root + " is still there after SIGKILL");
        }
    }

    private static boolean isAlive(ProcessHandle handle) {
        // The handle knows a recycled pid from the old one, /proc knows a zombie from the living.
        return handle.isAlive() && ProcFile.isAlive(handle.pid());
    }

    private static void signal(String name, List<Long> pids) {
        var command = Stream.concat(
                        Stream.of("sh", "-c", "kill -s \"$@\"", "sh", name),
                        pids.stream().map(String::valueOf))
                .toList();
        // Failure means that one of them has just gone: whoever signals looks at the processes afterwards.
        Commands.succeeds(command);
    }
}
