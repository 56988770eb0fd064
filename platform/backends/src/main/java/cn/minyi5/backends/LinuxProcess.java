package cn.minyi5.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A pid with its start time (in ticks since the boot) and the boot it belongs to, so that a pid which the system gave to
 * somebody else meanwhile is never taken for ours. {@link ProcessHandle} counts from the wall clock, which may be set,
 * and takes zombies for living.
 */
record LinuxProcess(long pid, String startedAt, String bootId) {
    // The numbering of proc(5) counts from the pid; here it counts from the state, the third field.
    private static final int START_TICKS = 22 - 3;

    static LinuxProcess of(long pid) {
        return new LinuxProcess(pid, stat(pid, START_TICKS), text(Path.of("/proc/sys/kernel/random/boot_id")));
    }

    static Optional<LinuxProcess> read(Path file) {
        var words = text(file).split(" ");
        return words.length < 3
                ? Optional.empty()
                : Optional.of(new LinuxProcess(Long.parseLong(words[0]), words[1], words[2]));
    }

    void write(Path file) throws IOException {
        var half = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(half, pid + " " + startedAt + " " + bootId + "\n");
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    boolean isAlive() {
        return isAlive(pid) && of(pid).equals(this);
    }

    /** False also for a zombie: it holds no file and no port any more, its parent is only late to notice. */
    static boolean isAlive(long pid) {
        return stat(pid, 0).matches("[^ZX]");
    }

    static boolean isStopped(long pid) {
        return stat(pid, 0).equals("T");
    }

    /** Empty when there is no such process. */
    private static String stat(long pid, int field) {
        var stat = text(Path.of("/proc", Long.toString(pid), "stat"));
        // The command name is in parentheses and may hold blanks and parentheses itself.
        return stat.isEmpty() ? "" : stat.substring(stat.lastIndexOf(')') + 2).split(" ")[field];
    }

    /** Empty when there is no such file; one of a process may go while it is read. */
    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
