package cn.minyi5.bench.measure;

import cn.minyi5.backends.FreePorts;
import cn.minyi5.backends.JavaCommand;
import cn.minyi5.backends.OsProcess;
import cn.minyi5.bench.figures.Pair;
import cn.minyi5.bench.reference.HelloServer;
import cn.minyi5.local.stack.DemoPersons;
import cn.minyi5.local.stack.Stack;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How soon each service answers an API call with a token, from the start of its process, its database being there; one
 * at a time while the others run. Beside it a JVM with the same options that does nothing but answer.
 */
public final class Starts {
    private static final List<String> OPTIONS = List.of("-Xms48m", "-Xmx256m", "-XX:+UseSerialGC");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<String, String> CALLS = Map.of(
            Stack.INTAKE, "/api/categories",
            Stack.ROUTING, "/api/departments",
            Stack.ESCALATION, "/api/policies",
            Stack.NOTIFICATION, "/api/me/inbox");

    private final Subject subject;
    private final Path dir;
    private long helloMemory;

    /** @param dir for the log of the reference */
    public Starts(Subject subject, Path dir) {
        this.subject = subject;
        this.dir = dir;
    }

    /** Seconds by service. */
    public Map<String, List<Pair>> run(int rounds) {
        var starts = new LinkedHashMap<String, List<Pair>>();
        Stack.SERVICES.forEach(service -> starts.put(service, new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            starts.forEach((service, pairs) -> pairs.add(new Pair(hello(), restart(service))));
        }
        return starts;
    }

    /** MiB of the reference after its answer. */
    public long helloMemory() {
        return helloMemory;
    }

    private double restart(String service) {
        var stack = subject.stack();
        stack.stop(service);
        var token = subject.services().login(DemoPersons.ADMINISTRATOR).token();
        return FirstAnswer.after(() -> stack.start(service), stack.address(service), CALLS.get(service), token);
    }

    private double hello() {
        var port = FreePorts.next();
        var process = OsProcess.of(dir, "hello");
        var command = JavaCommand.of(OPTIONS, HelloServer.class, Integer.toString(port));
        try {
            var seconds = FirstAnswer.after(
                    () -> process.start(command, JavaCommand.environment()),
                    URI.create("http://127.0.0.1:" + port),
                    "/",
                    "");
            helloMemory = Memory.of(process.pid());
            return seconds;
        } finally {
            process.stop(PATIENCE);
        }
    }
}
