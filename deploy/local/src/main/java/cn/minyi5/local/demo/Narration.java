package cn.minyi5.local.demo;

import cn.minyi5.local.stack.Console;
import java.time.Duration;

/** Tells what happens, with the seconds since the demo began; a progress line is not repeated while it stays the same. */
final class Narration {
    private final long begin = System.nanoTime();
    private String lastProgress = "";

    void chapter(String title) {
        Console.print("");
        say("── " + title);
    }

    void say(String line) {
        Console.print("%4d s  %s".formatted(seconds(), line));
        lastProgress = "";
    }

    void progress(String line) {
        if (!line.equals(lastProgress)) {
            say("   " + line);
            lastProgress = line;
        }
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    }
}
