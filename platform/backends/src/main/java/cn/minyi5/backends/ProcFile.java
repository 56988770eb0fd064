package cn.minyi5.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What Linux says about a process in {@code /proc/PID/stat}: its state and when it was started. */
record ProcFile(char state, long startTicks) {
    // The numbering of proc(5) counts from the pid; here it counts from the state, the third field.
    private static final int START_TICKS = 22 - 3;

    static Optional<ProcFile> of(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The command name is in parentheses and may hold blanks and parentheses itself.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(new ProcFile(fields[0].charAt(0), Long.parseLong(fields[START_TICKS])));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** False also for a zombie: it holds no file and no port any more, its parent is only late to notice. */
    static boolean isAlive(long pid) {
        return of(pid).filter(ProcFile::isAlive).isPresent();
    }

    boolean isAlive() {
        return state != 'Z' && state != 'X';
    }
}
