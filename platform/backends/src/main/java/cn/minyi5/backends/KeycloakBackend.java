package cn.minyi5.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Keycloak with the realm {@value Realm#NAME}. It imports a realm once and keeps it; so a copy says which one it has,
 * and a changed realm, or an import that was killed half way, begins anew.
 *
 * @param adminPassword of {@code admin} in the realm {@code master}; counts whenever the realm is imported
 */
public record KeycloakBackend(Path dir, int port, Realm realm, String adminPassword) implements Server {
    // Where the build has put the distribution, too large for a jar.
    private static final Path ZIP = Path.of("platform", "backends", "target", "keycloak", "keycloak.zip");
    // What is fixed when Keycloak is built for its next starts. The features are not used by a county;
    // admin-fine-grained-authz needs authorization and goes with it.
    private static final List<String> BUILD = List.of(
            "--db=dev-file",
            "--features-disabled=admin-fine-grained-authz,authorization,ciba,device-flow,impersonation,kerberos,par");

    // By name: nothing of Keycloak is on the class path here.
    private static final String PROVIDER_SERVICE =
            "META-INF/services/org.keycloak.services.managers.BruteForceProtectorFactory";
    private static final String PROVIDER_PACKAGE = "cn.minyi5.backends.guessing";
    private static final List<String> PROVIDER =
            List.of("GuessesByAddress", "GuessedNames", "GuessedNames$Key", "Guesses", "Guesses$Rule");

    private static final List<String> THEME = List.of(
            "login/theme.properties",
            "login/messages/messages_en.properties",
            "login/messages/messages_zh_Hans.properties",
            "login/resources/css/minyi5.css");

    public KeycloakBackend {
        dir = dir.toAbsolutePath();
    }

    @Override
    public OsProcess process() {
        return new OsProcess(dir, "keycloak");
    }

    @Override
    public void start() {
        Server.super.start();
        try {
            Secrets.writePrivately(imported(), Files.readString(toImport()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the tokens name it, for example {@code http://127.0.0.1:8180/realms/minyi5}. */
    public String issuer() {
        return url() + "/realms/" + Realm.NAME;
    }

    @Override
    public void launch() {
        Unpacking.once(home(), half -> Unpacking.zipWithoutTop(zip(), half));
        try {
            layTheme();
            layProvider();
            buildOnce();
            if (Files.notExists(imported()) || !Files.readString(imported()).equals(realm.json())) {
                Files.deleteIfExists(imported());
                Commands.run(List.of("rm", "-rf", home().resolve("data").toString()));
                Secrets.writePrivately(toImport(), realm.json());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var options = List.of(
                "--optimized",
                "--import-realm",
                // Else it listens for other nodes, on all addresses.
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + url());
        process().start(kc("start", options), environment());
    }

    /** Five minutes on a machine that has other things to do: the first start makes the database. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }

    @Override
    public String missing() {
        return Server.missing(
                issuer() + "/.well-known/openid-configuration", answer -> "the realm answers " + answer.statusCode());
    }

    /** Whole or not at all, as everything here: what is built carries the options it was built with. */
    private void buildOnce() throws IOException {
        var built = home().resolve("built-with");
        var options = String.join(" ", BUILD) + " " + PROVIDER;
        if (Files.notExists(built) || !Files.readString(built).equals(options)) {
            Commands.run(kc("build", BUILD), environment());
            Secrets.writePrivately(built, options);
        }
    }

    /** The county's look for Keycloak's own pages, each time anew: an installation copies the same directory. */
    private void layTheme() throws IOException {
        for (var file : THEME) {
            var laid = home().resolve("themes").resolve("minyi5").resolve(file);
            Files.createDirectories(laid.getParent());
            try (var in = KeycloakBackend.class.getResourceAsStream("/themes/minyi5/" + file)) {
                Files.copy(in, laid, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** What of ours runs in Keycloak, as a jar: it is built in. */
    private void layProvider() throws IOException {
        var laid = home().resolve("providers").resolve("minyi5.jar");
        if (Files.exists(laid)) {
            return;
        }
        var half = laid.resolveSibling("minyi5.half");
        try (var jar = new JarOutputStream(Files.newOutputStream(half))) {
            jar.putNextEntry(new JarEntry(PROVIDER_SERVICE));
            jar.write((PROVIDER_PACKAGE + "." + PROVIDER.get(0)).getBytes(StandardCharsets.UTF_8));
            for (var type : PROVIDER) {
                var name = PROVIDER_PACKAGE.replace('.', '/') + "/" + type + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (var in = KeycloakBackend.class.getResourceAsStream("/" + name)) {
                    in.transferTo(jar);
                }
            }
        }
        Files.move(half, laid, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> kc(String command, List<String> options) {
        var kc = home().resolve("bin").resolve("kc.sh").toString();
        return Stream.concat(Stream.of("sh", kc, command), options.stream()).toList();
    }

    private Map<String, String> environment() {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword,
                "JAVA_HOME", System.getProperty("java.home"),
                "JAVA", "",
                "JAVA_OPTS", "",
                "JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m",
                "JAVA_OPTS_APPEND", "-XX:-UseG1GC " + String.join(" ", JavaCommand.SHARING_CORES));
    }

    /** The one of the reactor around the working directory. */
    private static Path zip() {
        return Stream.iterate(Path.of("").toAbsolutePath(), dir -> dir != null, Path::getParent)
                .map(dir -> dir.resolve(ZIP))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no " + ZIP + " above the working directory: build platform/backends"));
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    private Path home() {
        return dir.resolve("keycloak-" + Unpacking.version("keycloak"));
    }

    private Path toImport() {
        return home().resolve("data").resolve("import").resolve("minyi5-realm.json");
    }

    private Path imported() {
        return dir.resolve("imported-realm.json");
    }
}
