package cn.minyi5.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions of the servers, written by the build. */
final class Versions {
    private Versions() {}

    static String postgres() {
        return read("postgres");
    }

    static String keycloak() {
        return read("keycloak");
    }

    private static String read(String name) {
        try (var in = Versions.class.getResourceAsStream("versions.properties")) {
            var versions = new Properties();
            versions.load(in);
            return versions.getProperty(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
