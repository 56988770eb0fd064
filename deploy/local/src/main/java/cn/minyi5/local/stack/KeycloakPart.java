package cn.minyi5.local.stack;

import cn.minyi5.backends.KeycloakBackend;
import cn.minyi5.backends.OsProcess;
import cn.minyi5.backends.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keycloak with the realm of the demo. Keycloak imports a realm once and keeps it; so a fingerprint says which one it
 * has, and a changed realm, or an import that was killed half way, begins anew.
 */
record KeycloakPart(KeycloakBackend server, Realm realm, Path dir) implements Part {

    static KeycloakPart of(Path dir, int port, Realm realm, String adminPassword) {
        return new KeycloakPart(KeycloakBackend.at(dir, port, file(dir), adminPassword), realm, dir);
    }

    @Override
    public OsProcess process() {
        return server.process();
    }

    @Override
    public void start() {
        var fingerprint = fingerprint();
        if (!server.process().isRunning()) {
            prepare(fingerprint);
        }
        server.start();
        keep(fingerprint);
    }

    @Override
    public void stop() {
        server.stop();
    }

    private void prepare(String fingerprint) {
        try {
            if (!imported().equals(fingerprint)) {
                server.forget();
                Files.createDirectories(dir);
                realm.writeTo(file(dir));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String imported() throws IOException {
        return Files.exists(mark()) ? Files.readString(mark()) : "";
    }

    private void keep(String fingerprint) {
        try {
            if (!imported().equals(fingerprint)) {
                Files.writeString(mark(), fingerprint);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fingerprint() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(realm.json().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Path mark() {
        return dir.resolve("realm.sha256");
    }

    private static Path file(Path dir) {
        return dir.resolve("realm.json");
    }
}
