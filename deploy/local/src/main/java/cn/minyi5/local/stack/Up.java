package cn.minyi5.local.stack;

import cn.minyi5.backends.Durability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** {@code deploy/up}: starts whatever of the stack does not run, and says where it is. Running it again does no harm. */
public final class Up {
    private final Path home;
    private final long begin = System.nanoTime();

    private Up(Path home) {
        this.home = home;
    }

    /** @param args see {@link UpOptions} */
    public static void main(String[] args) {
        Console.run(() -> {
            var options = UpOptions.of(List.of(args), System.getenv());
            new Up(Repository.home()).run(options);
        });
    }

    private void run(UpOptions options) {
        try (var lock = StackLock.in(home)) {
            assert lock != null;
            var kept = Ports.keptIn(home);
            var before = Stack.at(home, kept.orElseGet(() -> Ports.from(Ports.DEFAULT_BASE)), Durability.SAFE);
            var choice = PortChoice.of(options.ports(), kept, port -> before.isRunning(partOf(port)));
            choice.notes().forEach(this::say);
            if (kept.isPresent() && !kept.get().equals(choice.ports())) {
                // Services that run would look for the others at the old ports.
                Stack.SERVICES.forEach(before::stop);
            }
            choice.ports().keepIn(home);
            var stack = Stack.at(home, choice.ports(), Durability.SAFE);
            start(stack);
            Console.print(new StackSummary(stack).text());
        }
    }

    private void start(Stack stack) {
        var missing = Stream.concat(Stack.BACKENDS.stream(), Stack.SERVICES.stream())
                .filter(part -> !stack.isRunning(part))
                .toList();
        say(missing.isEmpty() ? "everything is running" : "starting " + String.join(", ", missing));
        stack.start((part, took) -> say("%-13s ready".formatted(part)));
        say("ready");
    }

    private void say(String line) {
        Console.print("%4d s  %s"
                .formatted(Duration.ofNanos(System.nanoTime() - begin).toSeconds(), line));
    }

    private static String partOf(Port port) {
        return switch (port) {
            case INTAKE -> Stack.INTAKE;
            case ROUTING -> Stack.ROUTING;
            case ESCALATION -> Stack.ESCALATION;
            case NOTIFICATION -> Stack.NOTIFICATION;
            case SMTP, IMAP -> Stack.MAIL;
            case POSTGRES -> Stack.POSTGRES;
            case KEYCLOAK -> Stack.KEYCLOAK;
            case KAFKA, KAFKA_CONTROLLER -> Stack.KAFKA;
        };
    }
}
