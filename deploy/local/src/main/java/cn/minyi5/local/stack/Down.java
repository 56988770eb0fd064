package cn.minyi5.local.stack;

import cn.minyi5.backends.Durability;
import java.util.stream.Stream;

/** {@code deploy/down}: stops what {@code deploy/up} started and keeps the data. */
public final class Down {
    private Down() {}

    /** @param args none */
    public static void main(String[] args) {
        Console.run(() -> {
            var home = Repository.home();
            var ports = Ports.keptIn(home);
            if (ports.isEmpty()) {
                Console.print("nothing was started in " + home);
                return;
            }
            try (var lock = StackLock.in(home)) {
                assert lock != null;
                stop(Stack.at(home, ports.get(), Durability.SAFE));
            }
        });
    }

    private static void stop(Stack stack) {
        var running = Stream.concat(Stack.SERVICES.stream(), Stack.BACKENDS.stream())
                .filter(stack::isRunning)
                .toList();
        if (running.isEmpty()) {
            Console.print("nothing is running");
            return;
        }
        Console.print("stopping " + String.join(", ", running));
        stack.stop();
        Console.print("stopped; the data stays in " + stack.home());
    }
}
