package cn.minyi5.bench.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/** What Linux says of processes under {@code /proc}. */
public final class Proc {
    private static final double TICKS_PER_SECOND = 100;
    private static final long KIB_PER_MIB = 1024;

    // Positions in /proc/PID/stat, counted from the state, which follows the name in brackets.
    private static final int USER_TIME = 11;
    private static final int CHILDREN_SYSTEM_TIME = 14;
    private static final int START_TIME = 19;

    private Proc() {}

    /** Processor time of the processes, those they started, and those that have ended meanwhile. */
    static double cpuSeconds(Collection<Long> roots) {
        return roots.stream()
                .flatMap(Proc::tree)
                .mapToDouble(Proc::cpuSecondsOf)
                .sum();
    }

    /** Of the process and those it has started, in MiB; what several share (Pss) counts once. */
    public static long memory(long root) {
        return tree(root).mapToLong(Proc::memoryOf).sum();
    }

    private static long memoryOf(long pid) {
        return lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                .findFirst()
                .orElse(0);
    }

    /** How long ago the process was started, in seconds, to a hundredth. */
    public static double age(long pid) {
        var uptime = lines(Path.of("/proc/uptime")).findFirst().orElseThrow().split(" ")[0];
        return Double.parseDouble(uptime) - Long.parseLong(stat(pid)[START_TIME]) / TICKS_PER_SECOND;
    }

    private static Stream<Long> tree(long root) {
        return ProcessHandle.of(root).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(ProcessHandle::pid);
    }

    private static double cpuSecondsOf(long pid) {
        var stat = stat(pid);
        var ticks = 0L;
        for (int at = USER_TIME; at < stat.length && at <= CHILDREN_SYSTEM_TIME; at++) {
            ticks += Long.parseLong(stat[at]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Empty when the process has ended. */
    private static String[] stat(long pid) {
        return lines(Path.of("/proc", Long.toString(pid), "stat"))
                .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" "))
                .findFirst()
                .orElseGet(() -> new String[0]);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            // The process has ended, before the file was opened or after.
            return Stream.empty();
        }
    }
}
