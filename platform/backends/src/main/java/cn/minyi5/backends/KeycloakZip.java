package cn.minyi5.backends;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the build has put Keycloak's distribution, too large for a jar. */
final class KeycloakZip {
    private static final String PROPERTY = "minyi5.keycloak.zip";
    private static final Path MODULE = Path.of("platform", "backends");
    private static final Path IN_MODULE = Path.of("target", "keycloak", "keycloak.zip");

    private KeycloakZip() {}

    /** The file named by the system property, else the one of the reactor around the working directory. */
    static Path find() {
        var named = System.getProperty(PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), dir -> dir != null, Path::getParent)
                .map(dir -> dir.resolve(MODULE).resolve(IN_MODULE))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + MODULE.resolve(IN_MODULE)
                        + " above the working directory: build platform/backends, or name the file in -D" + PROPERTY));
    }
}
