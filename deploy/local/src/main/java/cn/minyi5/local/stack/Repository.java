package cn.minyi5.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the reactor lies: the services are run from their build output. */
public final class Repository {
    private static final Path LANDMARK = Path.of("deploy", "local", "pom.xml");

    private Repository() {}

    /** The nearest directory from the working directory upwards that holds {@code deploy/local}. */
    public static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), dir -> dir != null, Path::getParent)
                .filter(dir -> Files.isRegularFile(dir.resolve(LANDMARK)))
                .findFirst()
                .orElseThrow(() -> new StartRefused("run this inside the repository: no " + LANDMARK + " above here"));
    }

    /** {@code MINYI5_HOME}, or {@code .run} in the repository. */
    public static Path home() {
        var chosen = System.getenv("MINYI5_HOME");
        return chosen == null || chosen.isBlank()
                ? root().resolve(".run")
                : Path.of(chosen).toAbsolutePath();
    }

    /** The runnable jar of a service. */
    static Path jar(String service) {
        var jar = root().resolve(service + "-service")
                .resolve("target")
                .resolve("quarkus-app")
                .resolve("quarkus-run.jar");
        if (Files.notExists(jar)) {
            throw new StartRefused(service + "-service is not built: run deploy/up, or mvn package");
        }
        return jar;
    }
}
