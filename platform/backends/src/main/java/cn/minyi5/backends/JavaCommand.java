package cn.minyi5.backends;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs a main class in a JVM of its own, with the Java and the class path of this one. */
public final class JavaCommand {
    private JavaCommand() {}

    /** The program {@code java} of this JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** @param options of the JVM, such as {@code -Xmx512m} */
    public static List<String> of(List<String> options, Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(options);
        command.add(main.getName());
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** The class path as an environment: it is too long to be read in a process list. */
    public static Map<String, String> environment() {
        return Map.of("CLASSPATH", System.getProperty("java.class.path"));
    }
}
