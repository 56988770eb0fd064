package cn.minyi5.local.demo;

import cn.minyi5.local.stack.Console;
import java.time.Duration;

/** Tells what happens, with the seconds since the demo began. */
final class Narration {
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(3);

    private final long begin = System.nanoTime();
    private long nextProgress = begin;

    void chapter(String title) {
        Console.print("");
        say("── " + title);
    }

    void say(String line) {
        Console.print("%4d s  %s".formatted(seconds(), line));
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
