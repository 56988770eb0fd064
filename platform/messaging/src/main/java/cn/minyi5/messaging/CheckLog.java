package cn.minyi5.messaging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** {@code deploy/check-log}: checks the log of one service, and exits with 1 if a link does not hold. */
public final class CheckLog {

    private CheckLog() {}

    /** @param args the service's name, the properties file that tells its database, and the service's own logs */
    public static void main(String[] args) throws IOException, SQLException {
        if (!holds(List.of(args), System.out)) {
            System.exit(1);
        }
    }

    static boolean holds(List<String> given, PrintStream out) throws IOException, SQLException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of(given.get(1)))) {
            settings.load(file);
        }
        var witnesses = witnesses(given.subList(2, given.size()));
        var login = new Properties();
        login.setProperty("user", settings.getProperty("quarkus.datasource.username"));
        login.setProperty("password", settings.getProperty("quarkus.datasource.password"));
        // Not by DriverManager, which hides drivers from class loaders like those of Quarkus.
        try (var database = new Driver().connect(settings.getProperty("quarkus.datasource.jdbc.url"), login)) {
            var result = new ChangeLogCheck(database, witnesses).check();
            out.printf(
                    "%s: %d links hold, %d changes are not linked yet, %d witnesses%n",
                    given.get(0), result.links(), result.unlinked(), witnesses.size());
            if (result.broken() != null) {
                out.printf("%s: BROKEN: %s%n", given.get(0), result.broken());
            }
            return result.broken() == null;
        }
    }

    /** Whatever else stands there, each byte is a letter. */
    private static List<String> witnesses(List<String> logs) throws IOException {
        var witnesses = new ArrayList<String>();
        for (var log : logs) {
            try (var lines = Files.lines(Path.of(log), StandardCharsets.ISO_8859_1)) {
                lines.filter(ChangeLogCheck.WITNESSED.asPredicate()).forEach(witnesses::add);
            }
        }
        return witnesses;
    }
}
