package cn.minyi5.bench.part;

import cn.minyi5.backends.Commands;
import cn.minyi5.bench.build.Database;
import cn.minyi5.bench.load.Load;
import cn.minyi5.bench.load.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator, with prepared statements and two threads. */
record Pgbench(Path program, Database database, ReferenceScript script, Path dir) {
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("(?m)^number of failed transactions: ([0-9]+)");
    private static final int MICROS_COLUMN = 2;
    private static final long NANOS_PER_MICRO = 1_000;

    /** As many connections as {@link Load} has. */
    Load.Accepted run(Duration duration) {
        try {
            var logs = Files.createTempDirectory(dir, "pgbench");
            var file = Files.writeString(logs.resolve("reference.sql"), script.sql());
            var output = Commands.run(command(file, logs, duration), Map.of("PGPASSWORD", database.password()));
            return new Load.Accepted(rate(output), times(logs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Path file, Path logs, Duration duration) {
        var command = new ArrayList<>(List.of(program.toString(), "-n", "-M", "prepared", "-j", "2"));
        command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(database.port()), "-U", Database.USER));
        command.addAll(List.of("-c", Integer.toString(Load.CONNECTIONS), "-T", Long.toString(duration.toSeconds())));
        command.addAll(List.of("-l", "--log-prefix=" + logs.resolve("times"), "-f", file.toString()));
        script.variables().forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.add(database.name());
        return command;
    }

    private static double rate(String output) {
        var rate = RATE.matcher(output);
        var failed = FAILED.matcher(output);
        if (!rate.find() || failed.find() && !failed.group(1).equals("0")) {
            throw new IllegalStateException("pgbench said:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static Times times(Path dir) throws IOException {
        var times = new Times();
        try (var logs = Files.newDirectoryStream(dir, "times.*")) {
            for (var log : logs) {
                try (var lines = Files.lines(log)) {
                    lines.forEach(line -> times.add(Long.parseLong(line.split(" ")[MICROS_COLUMN]) * NANOS_PER_MICRO));
                }
            }
        }
        return times;
    }
}
