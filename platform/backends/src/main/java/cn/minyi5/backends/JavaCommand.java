package cn.minyi5.backends;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs a main class in a JVM of its own, with the Java and the class path of this one. */
public final class JavaCommand {
    /**
     * For several JVMs that start together on a few cores: without the optimising compiler, which would keep two cores
     * busy for minutes and is worth it only afterwards; its profiling costs more than it brings until then (ADR 0014).
     */
    public static final List<String> SHARING_CORES = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:C1MaxInlineSize=60",
            "-XX:C1MaxInlineLevel=15",
            // Counters for jstat, written twenty times a second.
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError");

    private JavaCommand() {}

    /** The program {@code java} of this JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** @param options of the JVM, such as {@code -Xmx512m} */
    public static List<String> of(List<String> options, Class<?> main, String... arguments) {
        return Stream.of(List.of(java()), options, List.of(main.getName()), List.of(arguments))
                .flatMap(List::stream)
                .toList();
    }

    /** The class path as an environment: it is too long to be read in a process list. */
    public static Map<String, String> environment() {
        return Map.of("CLASSPATH", System.getProperty("java.class.path"));
    }
}
