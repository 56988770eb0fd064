package cn.minyi5.local.stack;

import cn.minyi5.backends.Durability;
import cn.minyi5.county.demo.Narration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code deploy/up}: starts whatever of the stack does not run, and says where it is. Running it again does no harm. */
public final class Up {
    private static final Duration A_MOMENT = Duration.ofSeconds(20);

    private final Path home;
    private final Narration narration = new Narration();

    private Up(Path home) {
        this.home = home;
    }

    /** @param args see {@link UpOptions} */
    public static void main(String[] args) {
        StartRefused.tellIfThrownBy(() -> {
            var options = UpOptions.of(List.of(args), System.getenv());
            new Up(Repository.home()).run(options);
        });
    }

    private void run(UpOptions options) {
        try (var lock = StackLock.in(home)) {
            assert lock != null;
            var kept = Ports.keptIn(home);
            var before = Stack.at(home, kept.orElseGet(() -> Ports.from(Ports.DEFAULT_BASE)), Durability.SAFE);
            var choice = PortChoice.of(options.ports(), kept, port -> before.isRunning(port.part));
            choice.notes().forEach(narration::say);
            if (kept.isPresent() && !kept.get().equals(choice.ports())) {
                // Services that run would look for the others at the old ports.
                Stack.SERVICES.forEach(before::stop);
            }
            choice.ports().keepIn(home);
            var stack = Stack.at(home, choice.ports(), Durability.SAFE);
            Stack.SERVICES.forEach(service -> stack.settings(service).write());
            // Anew, so that it knows the ports and the classes of now; until this ends it only looks on.
            stack.supervisor().stop();
            stack.supervisor().start();
            start(stack, options.parts());
            narration.say("ready");
            Narration.print(new StackSummary(stack, options.parts(), kept.isEmpty()).text());
        }
    }

    private void start(Stack stack, List<String> parts) {
        var missing = parts.stream().filter(part -> !stack.isRunning(part)).toList();
        narration.say(missing.isEmpty() ? "everything is running" : "starting " + String.join(", ", missing));
        var running = parts.stream().filter(part -> !missing.contains(part)).toList();
        try {
            // A service that is started needs what it stands on.
            running.stream().filter(Stack.BACKENDS::contains).forEach(part -> mend(stack, part));
            stack.start(missing, part -> narration.say("%-13s ready".formatted(part)));
            running.stream().filter(Stack.SERVICES::contains).forEach(part -> mend(stack, part));
        } catch (IllegalStateException e) {
            throw new StartRefused(e.getMessage());
        }
    }

    /** Of what runs: what does not serve, though given a moment, is shown with its reason and started again. */
    private void mend(Stack stack, String part) {
        try {
            stack.process(part).awaitReady(A_MOMENT, stack.part(part)::missing);
        } catch (IllegalStateException e) {
            narration.say(e.getMessage().lines().findFirst().orElse(part) + ": starting it again");
            stack.stop(part);
        }
        // Also when it is well: its jar may be newer, its database missing.
        stack.start(part);
    }
}
