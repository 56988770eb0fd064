package cn.minyi5.bench.measure;

import cn.minyi5.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Resident memory, as {@code /proc/PID/status} says it (VmRSS). */
public final class Memory {
    private static final long KIB_PER_MIB = 1024;

    private Memory() {}

    /** Of each service, in MiB. */
    public static Map<String, Long> ofServices(Stack stack) {
        var memory = new LinkedHashMap<String, Long>();
        Stack.SERVICES.forEach(
                service -> memory.put(service, of(stack.process(service).pid())));
        return memory;
    }

    /** In MiB. */
    static long of(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kib -> Long.parseLong(kib) / KIB_PER_MIB)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
