package cn.minyi5.bench.load;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Requests on an even schedule that does not wait for answers: when each was due, when it was accepted, and when it was
 * first seen at the other end. What is late because of what came before counts as late (no coordinated omission). When too
 * many that were due are not seen yet, the schedule ends early: the load is not carried. For several threads.
 */
public final class Arrivals {
    private static final int SECONDS_BEHIND = 10;
    private static final int ONE_IN = 100;
    private static final long NOT_YET = Long.MIN_VALUE;
    private static final double SECOND = 1e9;

    private final long begin = System.nanoTime() + 100_000_000L;
    private final int perSecond;
    private final int count;
    private final UUID[] requestIds;
    private final Map<UUID, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicLongArray answeredAt;
    private final AtomicLongArray seenAt;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger seen = new AtomicInteger();
    private volatile long endedAt;
    private volatile @Nullable String endedBecause;

    /** Beginning a tenth of a second from now. */
    public Arrivals(int perSecond, long seconds) {
        this.perSecond = perSecond;
        this.count = Math.toIntExact(perSecond * seconds);
        this.requestIds = new UUID[count];
        this.answeredAt = new AtomicLongArray(count);
        this.seenAt = new AtomicLongArray(count);
        for (int number = 0; number < count; number++) {
            requestIds[number] = Phone.newId();
            numbers.put(requestIds[number], number);
            answeredAt.set(number, NOT_YET);
            seenAt.set(number, NOT_YET);
        }
    }

    /** The next one's number, when it is due; -1 when there is none left. */
    public int take() {
        if (endedBecause != null) {
            return -1;
        }
        var number = next.getAndIncrement();
        if (number >= count) {
            return -1;
        }
        Threads.waitUntil(dueAt(number));
        return number;
    }

    /** Ends the schedule when what was due is seen too late; also the end of the schedule may be late. */
    public void endIfBehind() {
        var due = (System.nanoTime() - begin) / SECOND * perSecond;
        if (endedAt == 0 && due - seen.get() > SECONDS_BEHIND * perSecond) {
            end("what became visible was more than %d s behind".formatted(SECONDS_BEHIND));
        }
    }

    /** Ends the schedule before its time. */
    public void end(String because) {
        if (endedBecause == null) {
            endedBecause = because;
        }
    }

    /** Nothing more is going to be sent. */
    public void ended() {
        endedAt = System.nanoTime();
    }

    public UUID requestId(int number) {
        return requestIds[number];
    }

    public void answered(int number) {
        answeredAt.set(number, System.nanoTime());
        answered.incrementAndGet();
    }

    /** Now, unless it was seen before or is none of these. */
    public void seen(UUID requestId) {
        var number = numbers.get(requestId);
        if (number != null && seenAt.compareAndSet(number, NOT_YET, System.nanoTime())) {
            seen.incrementAndGet();
        }
    }

    /** Whether it is one of these that is looked for in the database, and was not seen before. */
    public boolean isAwaitedInDatabase(UUID requestId) {
        var number = numbers.get(requestId);
        return number != null && !isSampled(number) && seenAt.get(number) == NOT_YET;
    }

    /** One in a hundred is looked for over HTTP, the others in the database. */
    public static boolean isSampled(int number) {
        return number % ONE_IN == 0;
    }

    /** Whether all that was sent has been seen. */
    public boolean isOver() {
        return endedAt != 0 && seen.get() >= answered.get();
    }

    /** Seconds since the last one was sent; 0 before. */
    public double secondsSinceEnd() {
        return endedAt == 0 ? 0 : (System.nanoTime() - endedAt) / SECOND;
    }

    /** Why it ended before its time; null when it did not. */
    public @Nullable String endedBecause() {
        return endedBecause;
    }

    public int accepted() {
        return answered.get();
    }

    /** Accepted, and yet not seen when nobody looked any more. */
    public int never() {
        return answered.get() - seen.get();
    }

    /** Accepted ones a second, until the last one was sent. */
    public double acceptedPerSecond() {
        return perSecond(answeredAt);
    }

    /** Ones that became visible a second, until the last one was sent. */
    public double visiblePerSecond() {
        return perSecond(seenAt);
    }

    /** Whether it lasted to its end, and what was due a second before was visible then. */
    public boolean isCarried() {
        var secondsOfSchedule = (double) count / perSecond;
        var seconds = (endedAt - begin) / SECOND;
        return endedBecause == null
                && visiblePerSecond() * seconds >= count - perSecond
                && seconds < secondsOfSchedule + 1;
    }

    /** From due to the answer. */
    public Times toAnswer() {
        return times(number -> true, answeredAt);
    }

    /** From due to the first sight in the database. */
    public Times toVisible() {
        return times(number -> !isSampled(number), seenAt);
    }

    /** From due to the first sight on the clerk's list. */
    public Times toListed() {
        return times(Arrivals::isSampled, seenAt);
    }

    /** From the answer to the first sight in the database. */
    public Times answerToVisible() {
        var times = new Times();
        IntStream.range(0, count)
                .filter(number -> !isSampled(number))
                .filter(number -> seenAt.get(number) != NOT_YET && answeredAt.get(number) != NOT_YET)
                .forEach(number -> times.add(seenAt.get(number) - answeredAt.get(number)));
        return times;
    }

    private long dueAt(int number) {
        return begin + Math.round(number * SECOND / perSecond);
    }

    private double perSecond(AtomicLongArray moments) {
        var inTime = IntStream.range(0, count)
                .filter(number -> moments.get(number) != NOT_YET && moments.get(number) <= endedAt)
                .count();
        return inTime / ((endedAt - begin) / SECOND);
    }

    private Times times(IntPredicate which, AtomicLongArray moments) {
        var times = new Times();
        IntStream.range(0, count)
                .filter(which)
                .filter(number -> moments.get(number) != NOT_YET)
                .forEach(number -> times.add(moments.get(number) - dueAt(number)));
        return times;
    }
}
