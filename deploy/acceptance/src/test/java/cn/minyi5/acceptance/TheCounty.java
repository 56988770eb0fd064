package cn.minyi5.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.backends.Durability;
import cn.minyi5.county.demo.Demo;
import cn.minyi5.local.stack.Ports;
import cn.minyi5.local.stack.Stack;
import cn.minyi5.local.stack.Up;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One stack for all acceptance tests, started as {@code deploy/up} does; ended with this JVM. */
final class TheCounty {

    private static final Path HOME = Path.of("target", "county").toAbsolutePath();
    private static @Nullable Stack running;
    private static boolean loaded;

    private TheCounty() {}

    /** Running, with whatever is in it. */
    static synchronized Stack running() {
        if (running == null) {
            Runtime.getRuntime().addShutdownHook(new Thread(TheCounty::end));
            up();
            running = Stack.at(HOME, Ports.keptIn(HOME).orElseThrow(), Durability.SAFE);
        }
        return running;
    }

    /** With the demo county and its history in it. */
    static synchronized Stack loaded() {
        var stack = running();
        if (!loaded) {
            assertThat(demo()).contains("9,942");
        }
        return stack;
    }

    static void up() {
        try (var up = Command.start(Up.class, HOME)) {
            assertThat(up.exitCode()).as(up.output()).isZero();
        }
    }

    /** Runs the demo to its end and returns what it printed. */
    static synchronized String demo() {
        try (var demo = startDemo()) {
            assertThat(demo.exitCode()).as(demo.output()).isZero();
            loaded = true;
            return demo.output();
        }
    }

    static Command startDemo() {
        return Command.start(Demo.class, HOME);
    }

    private static void end() {
        var stack = running;
        if (stack != null) {
            stack.kill9();
        }
    }
}
