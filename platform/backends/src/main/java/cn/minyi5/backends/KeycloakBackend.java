package cn.minyi5.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Keycloak on 127.0.0.1 with the realm {@value Realm#NAME}, in a directory of its own. It outlives the JVM; another
 * object made with the same directory and port looks after the same server.
 */
public final class KeycloakBackend {
    private static final Duration FIRST_START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    // What a county does not use; admin-fine-grained-authz needs authorization and goes with it.
    private static final String UNUSED =
            "admin-fine-grained-authz,authorization,ciba,device-flow,impersonation,kerberos,par";

    private final Path dir;
    private final int port;
    private final Path realmJson;
    private final String adminPassword;
    private final OsProcess process;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    private KeycloakBackend(Path dir, int port, Path realmJson, String adminPassword) {
        this.dir = dir.toAbsolutePath();
        this.port = port;
        this.realmJson = realmJson;
        this.adminPassword = adminPassword;
        this.process = OsProcess.of(dir, "keycloak");
    }

    /**
     * @param realmJson counts at the first start only: later Keycloak keeps the realm it has, see {@link #forget()}
     * @param adminPassword of {@code admin} in the realm {@code master}, counts at the first start only
     */
    public static KeycloakBackend at(Path dir, int port, Path realmJson, String adminPassword) {
        return new KeycloakBackend(dir, port, realmJson, adminPassword);
    }

    /** Starts it unless it runs; returns when the realm answers, at most five minutes later. */
    public KeycloakBackend start() {
        if (!process.isRunning()) {
            Unpacking.once(home(), half -> Unpacking.zipWithoutTop(KeycloakZip.find(), half));
            offerRealm();
            process.start(command(), environment());
        }
        process.awaitReady(FIRST_START, this::answers);
        return this;
    }

    /** As the tokens name it, for example {@code http://127.0.0.1:8180/realms/minyi5}. */
    public String issuer() {
        return url() + "/realms/" + Realm.NAME;
    }

    public OsProcess process() {
        return process;
    }

    public void stop() {
        process.stop(STOP);
    }

    /** SIGKILL. */
    public void kill9() {
        process.kill9();
    }

    /** Throws away realm, people and sessions, so that the next start imports the realm file again. */
    public void forget() {
        if (process.isRunning()) {
            throw new IllegalStateException("Keycloak is running, pid " + process.pid());
        }
        try {
            Unpacking.deleteTree(home().resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void offerRealm() {
        try {
            var imports = Files.createDirectories(home().resolve("data").resolve("import"));
            Secrets.writePrivately(imports.resolve("minyi5-realm.json"), Files.readString(realmJson));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        // Measured: start-dev 33 s the first time and 7 s later, build and start --optimized 31 s and 8 s.
        return List.of(
                "sh",
                home().resolve("bin").resolve("kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + url(),
                "--features-disabled=" + UNUSED);
    }

    private Map<String, String> environment() {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword,
                "JAVA_HOME", System.getProperty("java.home"),
                "JAVA", "",
                "JAVA_OPTS", "",
                "JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
    }

    private boolean answers() {
        var request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(ANSWER)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Keycloak", e);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    private Path home() {
        return dir.resolve("keycloak-" + Versions.keycloak());
    }
}
