package cn.minyi5.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Where it was measured, as {@code /proc} and {@code /sys} say it; nothing that names the machine. */
public final class Machine {
    private static final long KIB_PER_GIB = 1024 * 1024;

    private Machine() {}

    /** @param data where the databases lie */
    public static List<List<String>> rows(Path data, String postgres) {
        return List.of(
                Page.row(
                        "cores",
                        Runtime.getRuntime().availableProcessors() + " × "
                                + value("/proc/cpuinfo", line -> line.startsWith("model name"))),
                Page.row("memory", memory()),
                Page.row("disk", disk(data)),
                Page.row("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version")),
                Page.row("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version")),
                Page.row("PostgreSQL", postgres));
    }

    private static String memory() {
        var kib = value("/proc/meminfo", line -> line.startsWith("MemTotal")).replaceAll("\\D", "");
        return Long.parseLong(kib) / KIB_PER_GIB + " GiB";
    }

    /** The file system and the device under it. */
    private static String disk(Path data) {
        try {
            var store = Files.getFileStore(data);
            var device = Path.of(store.name()).getFileName().toString();
            var queue = Path.of("/sys/class/block", device, "queue", "rotational");
            var kind = device.startsWith("vd") ? "virtual disk" : device.startsWith("nvme") ? "NVMe" : "disk";
            var rotational = Files.exists(queue)
                    ? ", rotational=" + Files.readString(queue).strip()
                    : "";
            return store.type() + " on " + kind + " " + device + rotational;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(String file, Predicate<String> which) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(which)
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
