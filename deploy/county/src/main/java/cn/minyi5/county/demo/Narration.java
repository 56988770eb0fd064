package cn.minyi5.county.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Tells what happens, with the seconds since the demo began. */
public final class Narration {
    // UTF-8 also where the locale is POSIX: JDK 17 would print question marks.
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(3);

    private final long begin = System.nanoTime();
    private long nextProgress = begin;

    public static void print(String line) {
        OUT.println(line);
    }

    public void chapter(String title) {
        print("");
        say("── " + title);
    }

    public void say(String line) {
        print("%4d s  %s".formatted(seconds(), line));
    }

    /** Of many such lines one every three seconds is told. */
    void progress(String line) {
        if (System.nanoTime() - nextProgress >= 0) {
            say("   " + line);
            nextProgress = System.nanoTime() + BETWEEN_PROGRESS.toNanos();
        }
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    }
}
