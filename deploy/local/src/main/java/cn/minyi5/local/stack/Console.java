package cn.minyi5.local.stack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the commands say to whoever called them. */
public final class Console {
    // UTF-8 also where the locale is POSIX: JDK 17 would print question marks.
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Console() {}

    public static void print(String line) {
        OUT.println(line);
    }

    /** Runs a command; a refusal is told in its own words and ends the JVM with 1. */
    public static void run(Runnable command) {
        try {
            command.run();
        } catch (StartRefused e) {
            OUT.println(e.getMessage());
            System.exit(1);
        }
    }
}
