package cn.minyi5.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where it was measured, as {@code /proc} and {@code /sys} say it; nothing that names the machine. */
final class Machine {
    private static final long KIB_PER_GIB = 1024 * 1024;

    private Machine() {}

    /** @param near a directory on the disk of the databases */
    static List<List<String>> rows(Path near) {
        var cores = Runtime.getRuntime().availableProcessors() + " × " + value("/proc/cpuinfo", "model name");
        var memory = Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / KIB_PER_GIB + " GiB";
        return List.of(
                List.of("cores", cores),
                List.of("memory", memory),
                List.of("disk", disk(near)),
                List.of("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version")),
                List.of("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version")),
                List.of("PostgreSQL and Kafka", "fsync on, synchronous_commit on, every record flushed"));
    }

    /** The file system and the device under it. */
    private static String disk(Path near) {
        try {
            var store = Files.getFileStore(near.toAbsolutePath().getParent().getParent());
            var device = Path.of(store.name()).getFileName().toString();
            var queue = Path.of("/sys/class/block", device, "queue", "rotational");
            var rotational = Files.exists(queue)
                    ? ", rotational=" + Files.readString(queue).strip()
                    : "";
            return store.type() + " on " + (device.startsWith("vd") ? "virtual disk " : "") + device + rotational;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
