package cn.minyi5.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the kernel says of a process: {@link ProcessHandle} takes zombies for living. */
final class LinuxProcess {
    // The numbering of proc(5) counts from the pid; here it counts from the state, the third field.
    private static final int START_TICKS = 22 - 3;

    private LinuxProcess() {}

    /**
     * The pid with its start time (in ticks since the boot) and the boot it belongs to, so that a pid which the system
     * gave to somebody else meanwhile is never taken for ours. {@link ProcessHandle} counts from the wall clock, which
     * may be set.
     */
    static String identity(long pid) {
        return pid + " " + stat(pid, START_TICKS) + " " + text(Path.of("/proc/sys/kernel/random/boot_id"));
    }

    /** The pid of the process whose identity is in the file; empty when it is gone. */
    static Optional<Long> living(Path file) {
        var identity = text(file);
        return identity.isEmpty()
                ? Optional.empty()
                : Optional.of(Long.valueOf(identity.split(" ")[0]))
                        .filter(pid -> isAlive(pid) && identity(pid).equals(identity));
    }

    /** False also for a zombie: it holds no file and no port any more, its parent is only late to notice. */
    static boolean isAlive(long pid) {
        return stat(pid, 0).matches("[^ZX]");
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
