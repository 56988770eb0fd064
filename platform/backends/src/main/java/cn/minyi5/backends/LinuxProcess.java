package cn.minyi5.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A pid with its start time and the boot it belongs to, so that a pid which the system gave to somebody else meanwhile
 * is never taken for ours. {@link ProcessHandle} counts from the wall clock, which may be set, and takes zombies for
 * living.
 */
record LinuxProcess(long pid, long startTicks, String bootId) {
    // The numbering of proc(5) counts from the pid; here it counts from the state, the third field.
    private static final int START_TICKS = 22 - 3;

    static LinuxProcess of(long pid) {
        return new LinuxProcess(pid, stat(pid).map(LinuxProcess::startTicks).orElse(0L), currentBoot());
    }

    static Optional<LinuxProcess> read(Path file) {
        try {
            var words = Files.readString(file).strip().split(" ");
            return Optional.of(new LinuxProcess(Long.parseLong(words[0]), Long.parseLong(words[1]), words[2]));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) throws IOException {
        var half = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(half, pid + " " + startTicks + " " + bootId + "\n");
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    boolean isAlive() {
        return bootId.equals(currentBoot())
                && isAlive(pid)
                && stat(pid).filter(stat -> startTicks(stat) == startTicks).isPresent();
    }

    /** False also for a zombie: it holds no file and no port any more, its parent is only late to notice. */
    static boolean isAlive(long pid) {
        return stat(pid).filter(stat -> !stat[0].matches("[ZX]")).isPresent();
    }

    static boolean isStopped(long pid) {
        return stat(pid).filter(stat -> stat[0].equals("T")).isPresent();
    }

    private static long startTicks(String[] stat) {
        return Long.parseLong(stat[START_TICKS]);
    }

    private static Optional<String[]> stat(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The command name is in parentheses and may hold blanks and parentheses itself.
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String currentBoot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
