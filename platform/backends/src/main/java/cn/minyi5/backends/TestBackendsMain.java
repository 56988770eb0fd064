package cn.minyi5.backends;

import java.io.IOException;
import java.nio.file.Path;

/** Starts backends that several test runs share, and ends them: {@code start|stop|discard <directory>}. */
public final class TestBackendsMain {
    private TestBackendsMain() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("expected: start|stop|discard <directory>");
        }
        // Before the first logger: the only provider for slf4j here wants it.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        var stack = new TestStack(Path.of(args[1]));
        switch (args[0]) {
            case "start" -> start(stack);
            case "stop" -> stack.stop();
            case "discard" -> stack.discard();
            default -> throw new IllegalArgumentException("expected start, stop or discard, not " + args[0]);
        }
    }

    /** Keycloak comes when the first test asks for it: few do, and it takes half a minute. */
    private static void start(TestStack stack) {
        stack.postgres();
        stack.kafka();
        System.out.println(TestBackends.VARIABLE + "=" + stack.file());
    }
}
