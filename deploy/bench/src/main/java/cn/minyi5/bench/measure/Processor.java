package cn.minyi5.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** How busy the cores are, all of them together, as {@code /proc/stat} counts. */
final class Processor {
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN = 7;
    private static final int COUNTED = 8;

    private Processor() {}

    /** Ticks since the machine started. */
    record Ticks(long all, long idle, long stolen) {

        /** 0 to 1, of the time since. */
        double busySince(Ticks before) {
            return 1 - (double) (idle - before.idle) / Math.max(1, all - before.all);
        }

        /** What a hypervisor took, 0 to 1, of the time since. */
        double stolenSince(Ticks before) {
            return (double) (stolen - before.stolen) / Math.max(1, all - before.all);
        }
    }

    static Ticks now() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            var ticks = Arrays.stream(lines.findFirst().orElseThrow().split(" +"))
                    .skip(1)
                    .mapToLong(Long::parseLong)
                    .limit(COUNTED)
                    .toArray();
            return new Ticks(Arrays.stream(ticks).sum(), ticks[IDLE] + ticks[WAITING], ticks[STOLEN]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Watches for that long. */
    static double busyDuring(Duration duration) {
        var before = now();
        Pause.of(duration);
        return now().busySince(before);
    }
}
