package cn.minyi5.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The pid of a process we started, with its start time and the boot it belongs to, so that a pid which the system gave
 * to somebody else meanwhile is never taken for ours.
 */
record PidFile(long pid, long startTicks, String bootId) {
    static Optional<PidFile> read(Path file) {
        try {
            var words = Files.readString(file).strip().split(" ");
            return words.length == 3
                    ? Optional.of(new PidFile(Long.parseLong(words[0]), Long.parseLong(words[1]), words[2]))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, long pid) throws IOException {
        var startTicks = ProcFile.of(pid).map(ProcFile::startTicks).orElse(0L);
        var half = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(half, pid + " " + startTicks + " " + currentBootId() + "\n");
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    boolean isRunning() {
        return bootId.equals(currentBootId())
                && ProcFile.of(pid)
                        .filter(found -> found.isAlive() && found.startTicks() == startTicks)
                        .isPresent();
    }

    private static String currentBootId() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
