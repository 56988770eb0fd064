package cn.minyi5.local.stack;

import cn.minyi5.backends.Durability;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Left behind by {@code deploy/up}: starts again whatever of the stack has died, as a process manager does elsewhere.
 * What was stopped or killed by the stack's own commands stays down, and while one of them is at work it looks on.
 */
public final class Supervisor {
    private static final long LOOK_MILLIS = 500;
    private static final long WARM_SECONDS = 30;

    private final Stack stack;
    private final Map<String, Backoff> backoffs = new HashMap<>();

    private Supervisor(Stack stack) {
        this.stack = stack;
    }

    /** Serves until it is stopped. @param args none */
    public static void main(String[] args) {
        var home = Repository.home();
        var supervisor = new Supervisor(Stack.at(home, Ports.keptIn(home).orElseThrow(), Durability.SAFE));
        var threads = Executors.newScheduledThreadPool(2);
        threads.scheduleWithFixedDelay(supervisor::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        threads.schedule(supervisor::archiveClasses, WARM_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            for (var part : Stack.PARTS) {
                if (stack.process(part).hasDied()) {
                    restart(part);
                }
            }
        } catch (RuntimeException e) {
            // An exception would end the schedule, and with it the supervision.
            say("failed: " + e);
        }
    }

    private void restart(String part) {
        var backoff = backoffs.computeIfAbsent(part, first -> new Backoff());
        if (!backoff.isDue(Instant.now())) {
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

    /** Once, when the services have loaded what they usually need. */
    private void archiveClasses() {
        for (var service : Stack.SERVICES) {
            try {
                stack.archiveClasses(service);
            } catch (RuntimeException e) {
                say("no class archive of " + service + ": " + e.getMessage());
            }
        }
    }

    private static void say(String line) {
        Console.print(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    }
}
