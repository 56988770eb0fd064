package cn.minyi5.bench;

import cn.minyi5.backends.Durability;
import cn.minyi5.local.stack.Console;
import cn.minyi5.local.stack.Ports;
import cn.minyi5.local.stack.Stack;
import cn.minyi5.local.stack.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** {@code deploy/bench/run}: measures a stack of its own in a temporary home, and takes all of it away again. */
public final class Main {
    private static final String SHORT = "--short";
    private static final Path LOGS = Path.of("deploy", "bench", "target", "logs");

    private Main() {}

    /** @param args the program pgbench, the file for the page, and {@code --short} for a trial of the measuring */
    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3 || args.length == 3 && !args[2].equals(SHORT)) {
            throw new IllegalArgumentException("usage: <pgbench> <results> [" + SHORT + "], not " + List.of(args));
        }
        var home = Files.createTempDirectory("minyi5-bench-");
        var stack = Stack.at(home, Ports.free(), Durability.SAFE);
        var leaving = new Thread(() -> leave(stack, home), "leave");
        Runtime.getRuntime().addShutdownHook(leaving);
        Console.run(
                () -> measure(stack, args.length == 3 ? Plan.SHORT : Plan.FULL, Path.of(args[0]), Path.of(args[1])));
    }

    private static void measure(Stack stack, Plan plan, Path pgbench, Path results) {
        try {
            var page = new Bench(stack, plan, pgbench).run();
            Files.createDirectories(results.toAbsolutePath().getParent());
            Files.writeString(results, page);
            Console.print("\n" + page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException e) {
            keepLogs(stack.home());
            throw new StartRefused("the measurement broke off: " + e.getMessage());
        }
    }

    /** The logs of the processes, out of the home that goes away. */
    private static void keepLogs(Path home) {
        try (var files = Files.walk(home, 2)) {
            Files.createDirectories(LOGS);
            for (var log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                Files.copy(log, LOGS.resolve(log.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            Console.print("logs kept in " + LOGS);
        } catch (IOException e) {
            Console.print("the logs could not be kept: " + e.getMessage());
        }
    }

    private static void leave(Stack stack, Path home) {
        stack.stop();
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            Console.print("left behind: " + home + ", " + e.getMessage());
        }
    }
}
