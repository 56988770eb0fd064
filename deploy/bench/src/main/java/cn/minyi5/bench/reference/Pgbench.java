package cn.minyi5.bench.reference;

import cn.minyi5.bench.figures.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** PostgreSQL's own load generator, with prepared statements and two threads, on a database of its own. */
public final class Pgbench {
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("(?m)^number of failed transactions: ([0-9]+)");
    private static final int MICROS_COLUMN = 2;
    private static final long NANOS_PER_MICRO = 1_000;

    private final Path program;
    private final Database database;
    private final ReferenceScript script;
    private final Path dir;

    /** @param dir for the script and its logs */
    public Pgbench(Path program, Database database, ReferenceScript script, Path dir) {
        this.program = program;
        this.database = database;
        this.script = script;
        this.dir = dir;
    }

    public record Result(double perSecond, Times times) {}

    public Result run(int clients, Duration duration) {
        try {
            var logs = Files.createDirectories(dir);
            clear(logs);
            var file = Files.writeString(logs.resolve("reference.sql"), script.sql());
            var output = output(command(file, logs, clients, duration));
            return new Result(rate(output), times(logs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Path file, Path logs, int clients, Duration duration) {
        var server = database.server();
        var command = new ArrayList<>(List.of(program.toString(), "-n", "-M", "prepared"));
        command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(server.port()), "-U", server.user()));
        command.addAll(List.of("-c", Integer.toString(clients), "-j", "2"));
        command.addAll(List.of("-T", Long.toString(duration.toSeconds())));
        command.addAll(List.of("-l", "--log-prefix=" + logs.resolve("times"), "-f", file.toString()));
        script.variables().forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.add(database.name());
        return command;
    }

    private String output(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.server().password());
        var process = builder.start();
        try {
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pgbench failed:\n" + output);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during pgbench", e);
        } finally {
            process.destroy();
        }
    }

    private static double rate(String output) {
        var rate = RATE.matcher(output);
        var failed = FAILED.matcher(output);
        if (!rate.find() || failed.find() && !failed.group(1).equals("0")) {
            throw new IllegalStateException("pgbench said:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static Times times(Path logs) throws IOException {
        var all = LongStream.builder();
        for (var log : logs(logs)) {
            try (var lines = Files.lines(log)) {
                lines.mapToLong(line -> Long.parseLong(line.split(" ")[MICROS_COLUMN]) * NANOS_PER_MICRO)
                        .forEach(all);
            }
        }
        return Times.of(all.build().toArray());
    }

    private static void clear(Path logs) throws IOException {
        for (var log : logs(logs)) {
            Files.delete(log);
        }
    }

    private static List<Path> logs(Path dir) throws IOException {
        try (var files = Files.list(dir)) {
            return files.filter(file -> file.getFileName().toString().startsWith("times."))
                    .toList();
        }
    }
}
