package cn.minyi5.backends;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs a main class in a JVM of its own, with the Java and the class path of this one. */
public final class JavaCommand {
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
