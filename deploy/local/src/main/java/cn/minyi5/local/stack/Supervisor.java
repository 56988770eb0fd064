package cn.minyi5.local.stack;

import cn.minyi5.backends.Durability;
import cn.minyi5.backends.JavaCommand;
import cn.minyi5.backends.OsProcess;
import cn.minyi5.backends.Server;
import cn.minyi5.county.demo.Narration;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Left behind by {@code deploy/up}: starts again whatever of the stack has died, as a process manager does elsewhere.
 * What was stopped or killed by the stack's own commands stays down, and while one of them is at work it looks on.
 */
public final class Supervisor {
    private static final long LOOK_MILLIS = 500;
    private static final long WARM_SECONDS = 30;

    private final Stack stack;
    private final Map<String, Backoff> backoffs = new HashMap<>();

    Supervisor(Stack stack) {
        this.stack = stack;
    }

    /** Serves until it is stopped. @param args none */
    public static void main(String[] args) {
        var home = Repository.home();
        var supervisor = new Supervisor(Stack.at(home, Ports.keptIn(home).orElseThrow(), Durability.SAFE));
        var threads = Executors.newScheduledThreadPool(2);
        threads.scheduleWithFixedDelay(supervisor::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        threads.scheduleWithFixedDelay(supervisor::archiveClasses, WARM_SECONDS, WARM_SECONDS, TimeUnit.SECONDS);
    }

    void look() {
        forEach(Stack.PARTS, this::restartIfDead);
    }

    /** When the services have loaded what they usually need; Keycloak may be there later than they. */
    private void archiveClasses() {
        forEach(Stack.SERVICES, service -> new ServiceProcess(stack, service).archiveClasses());
    }

    /**
     * Whatever goes wrong with one part, the others get their turn, and all of them the next one: what is thrown out of
     * here ends the schedule. Only without memory the whole process ends, by its options.
     */
    static void forEach(Collection<String> parts, Consumer<String> action) {
        for (var part : parts) {
            try {
                action.accept(part);
            } catch (Throwable e) {
                say(part + ": " + e);
            }
        }
    }

    private void restartIfDead(String part) {
        var backoff = backoffs.computeIfAbsent(part, first -> new Backoff());
        if (!stack.process(part).hasDied() || !backoff.isDue(Instant.now())) {
            return;
        }
        StackLock.ifFree(stack.home()).ifPresent(lock -> {
            try (lock) {
                if (stack.process(part).hasDied()) {
                    backoff.startedAt(Instant.now());
                    stack.part(part).launch();
                    say(part + " had died: started again, pid "
                            + stack.process(part).pid());
                }
            }
        });
    }

    private static void say(String line) {
        Narration.print(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    }

    /** Serving when it runs. */
    record Process(Path home) implements Server {
        @Override
        public OsProcess process() {
            return new OsProcess(home.resolve("supervisor"), "supervisor");
        }

        @Override
        public void launch() {
            var options = new ArrayList<>(JavaCommand.SHARING_CORES);
            options.addAll(List.of("-Xmx64m", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
            var environment = new HashMap<>(JavaCommand.environment());
            environment.put("MINYI5_HOME", home.toString());
            process().start(JavaCommand.of(options, Supervisor.class), environment);
        }

        /** What it has started again is not part of it. */
        @Override
        public void stop() {
            process().stopAlone(STOP);
        }

        @Override
        public String missing() {
            return "";
        }
    }
}
