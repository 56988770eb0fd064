package cn.minyi5.messaging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;
import org.postgresql.Driver;

/** {@code deploy/check-log}: checks the log of one service, and exits with 1 if a link does not hold. */
public final class CheckLog {

    private static final String KAFKA = "kafka.";

    private final String service;
    private final Properties settings = new Properties();

    private CheckLog(String service) {
        this.service = service;
    }

    /** @param args the service's name, and the properties file that tells its database and Kafka */
    public static void main(String[] args) throws IOException, SQLException {
        if (!holds(args[0], Path.of(args[1]), System.out)) {
            System.exit(1);
        }
    }

    static boolean holds(String service, Path settings, PrintStream out) throws IOException, SQLException {
        var log = new CheckLog(service);
        try (var file = Files.newBufferedReader(settings)) {
            log.settings.load(file);
        }
        try (var witnesses = new WitnessedLinks(log.kafka(), log.topic())) {
            return log.holds(witnesses, out);
        } catch (KafkaException e) {
            out.printf("%s: NOT CHECKED: what the service said cannot be read: %s%n", service, e.getMessage());
            return false;
        }
    }

    private boolean holds(WitnessedLinks witnesses, PrintStream out) throws SQLException {
        var login = new Properties();
        login.setProperty("user", settings.getProperty("quarkus.datasource.username"));
        login.setProperty("password", settings.getProperty("quarkus.datasource.password"));
        // Not by DriverManager, which hides drivers from class loaders like those of Quarkus.
        try (var database = new Driver().connect(settings.getProperty("quarkus.datasource.jdbc.url"), login)) {
            var result = new ChangeLogCheck(database, witnesses).check();
            out.printf(
                    "%s: %d links hold, %d of them are as the service once said, %d changes are not linked yet%n",
                    service, result.links(), result.witnessed(), result.unlinked());
            if (result.broken() != null) {
                out.printf("%s: BROKEN: %s%n", service, result.broken());
            }
            return result.broken() == null;
        }
    }

    private String topic() {
        return new Namespace(settings.getProperty("minyi5.messaging.prefix", ""))
                .outside(ChangeLogWitness.topicOf(service));
    }

    private Map<String, Object> kafka() {
        var kafka = new HashMap<String, Object>();
        settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(KAFKA))
                .forEach(name -> kafka.put(name.substring(KAFKA.length()), settings.getProperty(name)));
        return kafka;
    }
}
