package cn.minyi5.bench.load;

import cn.minyi5.bench.figures.Times;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** Requests of one schedule: when each was due, when it was accepted, and when it was first seen at the other end. */
public final class Arrivals {
    private static final int ONE_IN = 100;
    private static final long NOT_YET = Long.MIN_VALUE;

    private final Schedule schedule;
    private final UUID[] requestIds;
    private final Map<UUID, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicLongArray answeredAt;
    private final AtomicLongArray seenAt;
    private final AtomicInteger seen = new AtomicInteger();

    public Arrivals(Schedule schedule) {
        this.schedule = schedule;
        this.requestIds = new UUID[schedule.count()];
        this.answeredAt = new AtomicLongArray(schedule.count());
        this.seenAt = new AtomicLongArray(schedule.count());
        for (int number = 0; number < schedule.count(); number++) {
            requestIds[number] = RandomIds.next();
            numbers.put(requestIds[number], number);
            answeredAt.set(number, NOT_YET);
            seenAt.set(number, NOT_YET);
        }
    }

    Schedule schedule() {
        return schedule;
    }

    UUID requestId(int number) {
        return requestIds[number];
    }

    void answered(int number) {
        answeredAt.set(number, System.nanoTime());
    }

    /** Now, unless it was seen before or is none of these. */
    public void seen(UUID requestId) {
        var number = numbers.get(requestId);
        if (number != null && seenAt.compareAndSet(number, NOT_YET, System.nanoTime())) {
            seen.incrementAndGet();
        }
    }

    /** Whether it is one of these and was not seen before. */
    public boolean isAwaited(UUID requestId) {
        var number = numbers.get(requestId);
        return number != null && seenAt.get(number) == NOT_YET;
    }

    /** How many are at the other end. */
    public int seenCount() {
        return seen.get();
    }

    public int count() {
        return schedule.count();
    }

    /** One in a hundred is looked for over HTTP, the others in the database. */
    public static boolean isSampled(int number) {
        return number % ONE_IN == 0;
    }

    /** From the moment it was due to the first sight. */
    public Times fromDue(boolean sampled) {
        return Times.of(seenNumbers(sampled)
                .mapToLong(each -> seenAt.get(each) - schedule.dueAt(each))
                .toArray());
    }

    /** From the moment it was due to the answer. */
    public Times toAnswer() {
        return Times.of(IntStream.range(0, count())
                .filter(each -> answeredAt.get(each) != NOT_YET)
                .mapToLong(each -> answeredAt.get(each) - schedule.dueAt(each))
                .toArray());
    }

    /** From the answer to the first sight; below zero where the other end was quicker than the answer. */
    public Times fromAnswer(boolean sampled) {
        return Times.of(seenNumbers(sampled)
                .filter(each -> answeredAt.get(each) != NOT_YET)
                .mapToLong(each -> seenAt.get(each) - answeredAt.get(each))
                .toArray());
    }

    private IntStream seenNumbers(boolean sampled) {
        return IntStream.range(0, count())
                .filter(each -> isSampled(each) == sampled)
                .filter(each -> seenAt.get(each) != NOT_YET);
    }
}
