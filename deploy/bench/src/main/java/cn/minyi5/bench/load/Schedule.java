package cn.minyi5.bench.load;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Moments at which something is due, evenly spread, whether or not the system keeps up: what is late because of what
 * came before counts as late (no coordinated omission).
 */
public final class Schedule {
    private final long begin;
    private final long step;
    private final int count;
    private final AtomicInteger next = new AtomicInteger();

    /** Beginning a tenth of a second from now. */
    public Schedule(int perSecond, int count) {
        this.begin = System.nanoTime() + 100_000_000L;
        this.step = 1_000_000_000L / perSecond;
        this.count = count;
    }

    public int count() {
        return count;
    }

    /** The next one's number, when it is due; -1 when there is none left. For several threads. */
    public int take() {
        var number = next.getAndIncrement();
        if (number >= count) {
            return -1;
        }
        Threads.waitUntil(dueAt(number));
        return number;
    }

    /** As {@link System#nanoTime()}. */
    public long dueAt(int number) {
        return begin + number * step;
    }
}
