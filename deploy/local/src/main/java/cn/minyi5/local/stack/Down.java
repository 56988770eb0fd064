package cn.minyi5.local.stack;

import cn.minyi5.backends.Durability;
import cn.minyi5.county.demo.Narration;

/** {@code deploy/down}: stops what {@code deploy/up} started and keeps the data. */
public final class Down {
    private Down() {}

    /** @param args none */
    public static void main(String[] args) {
        StartRefused.tellIfThrownBy(() -> {
            var home = Repository.home();
            var ports = Ports.keptIn(home);
            if (ports.isEmpty()) {
                Narration.print("nothing was started in " + home);
                return;
            }
            try (var lock = StackLock.in(home)) {
                assert lock != null;
                stop(Stack.at(home, ports.get(), Durability.SAFE));
            }
        });
    }

    private static void stop(Stack stack) {
        var running = Stack.PARTS.stream().filter(stack::isRunning).toList();
        Narration.print(running.isEmpty() ? "nothing is running" : "stopping " + String.join(", ", running));
        stack.stop();
        Narration.print("stopped; the data stays in " + stack.home());
    }
}
