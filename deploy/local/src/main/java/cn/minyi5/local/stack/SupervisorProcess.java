package cn.minyi5.local.stack;

import cn.minyi5.backends.JavaCommand;
import cn.minyi5.backends.Server;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/** The process of the {@link Supervisor}: serving when it runs. */
final class SupervisorProcess extends Server {
    private final Path home;

    SupervisorProcess(Path home) {
        super(home.resolve("supervisor"), "supervisor");
        this.home = home;
    }

    @Override
    public void launch() {
        var options = List.of(
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        var environment = new HashMap<>(JavaCommand.environment());
        environment.put("MINYI5_HOME", home.toString());
        process().start(JavaCommand.of(options, Supervisor.class), environment);
    }

    @Override
    public String missing() {
        return "";
    }
}
