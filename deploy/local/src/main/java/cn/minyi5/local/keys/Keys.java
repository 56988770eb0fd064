package cn.minyi5.local.keys;

import cn.minyi5.county.DemoCounty;
import cn.minyi5.county.demo.Narration;
import cn.minyi5.local.stack.Repository;
import cn.minyi5.privacy.KeyStore;
import cn.minyi5.privacy.MasterKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/**
 * {@code deploy/keys}: backs up a service's data keys, restores them, rotates its master keys (ADR 0017). Reads what the
 * service itself is told.
 */
public final class Keys {

    private static final String USAGE =
            """
            deploy/keys create  <file>             makes the file of master keys of a new installation, which has no log yet
            deploy/keys backup  <service>          backs up the data keys and deletes backups that are too old
            deploy/keys restore <service> <file>   brings back what is missing, but nobody who was erased
            deploy/keys rotate  <service>          a new master key for all data keys, while the service runs
            <service> is one of this stack, such as intake, or the file of its settings; each has a line in its log of
            changes, with who is logged in at the shell""";

    /** Three times as long as a caller waits for an answer (minyi5.web.longest-wait). */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private final Path file;
    private final Properties settings = new Properties();

    private Keys(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        try (var in = Files.newBufferedReader(file)) {
            settings.load(in);
        }
    }

    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        switch (args.length == 0 ? "" : args[0] + args.length) {
            case "create2" -> MasterKeys.create(Path.of(args[1]), null);
            case "backup2" -> of(args[1]).backUp();
            case "restore3" -> of(args[1]).restore(Path.of(args[2]));
            case "rotate2" -> of(args[1]).rotate();
            default -> {
                Narration.print(USAGE);
                System.exit(2);
            }
        }
    }

    private static Keys of(String service) throws IOException {
        var file = Path.of(service);
        return new Keys(Files.isRegularFile(file) ? file : Repository.home().resolve(service + "-service.properties"));
    }

    private void backUp() throws IOException, SQLException {
        try (var connection = connect()) {
            var kept = Duration.parse(settings.getProperty("minyi5.privacy.key-backups-kept", "P7D"));
            Narration.print("keys are in " + store(connection).backUp(backups(), Instant.now(), kept));
        }
    }

    private void restore(Path backup) throws IOException, SQLException {
        try (var connection = connect()) {
            Narration.print(store(connection).restore(backup) + " keys are back");
        }
    }

    /** Backups of before open no longer; the new one takes their place. */
    private void rotate() throws IOException, SQLException, InterruptedException {
        var masterKeys = MasterKeys.in(Path.of(settings.getProperty("minyi5.privacy.master-keys")));
        try (var connection = connect()) {
            var store = store(connection);
            Narration.print("rotating; this takes a minute and more");
            Narration.print(store.rotate(masterKeys, SETTLING) + " data keys are wrapped by the new master key");
            Narration.print("keys are in " + store.backUp(backups(), Instant.now(), Duration.ZERO));
        }
    }

    private KeyStore store(Connection connection) {
        var division = settings.getProperty("minyi5.messaging.division", DemoCounty.CODE);
        return new KeyStore(connection, new KeyStore.Operator(System.getProperty("user.name"), division));
    }

    private Path backups() {
        var beside = file.resolveSibling(file.getFileName().toString().replace(".properties", "") + "-key-backups");
        return Path.of(settings.getProperty("minyi5.privacy.key-backups", beside.toString()));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings.getProperty("quarkus.datasource.jdbc.url"),
                settings.getProperty("quarkus.datasource.username"),
                settings.getProperty("quarkus.datasource.password"));
    }
}
