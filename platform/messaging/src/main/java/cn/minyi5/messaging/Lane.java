package cn.minyi5.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of one partition, handled in their order; lanes run side by side. */
final class Lane {

    /** So many of those that wait are handled at once: enough to share the cost of a commit, few enough to be quick. */
    private static final int TOGETHER = 32;

    private final EventHandling handling;
    private final Executor executor;
    private final Queue<ConsumerRecord<String, byte[]>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unhandled = new AtomicInteger();
    private volatile long next = -1;
    private volatile boolean stopped;

    Lane(EventHandling handling, Executor executor) {
        this.handling = handling;
        this.executor = executor;
    }

    void add(Iterable<ConsumerRecord<String, byte[]>> records) {
        for (var record : records) {
            waiting.add(record);
            if (unhandled.getAndIncrement() == 0) {
                executor.execute(this::work);
            }
        }
    }

    int size() {
        return unhandled.get();
    }

    /** The position up to which all has been handled, to be told to Kafka; -1 while nothing has been. */
    long position() {
        return next;
    }

    /** Lets the record in hand finish; what waits will be heard by whoever gets the partition. */
    void stop() {
        stopped = true;
    }

    private void work() {
        List<ConsumerRecord<String, byte[]>> records;
        do {
            records = takeTogether();
            if (!stopped) {
                handling.handle(records, () -> stopped);
            }
            if (!stopped) {
                next = records.get(records.size() - 1).offset() + 1;
            }
        } while (unhandled.addAndGet(-records.size()) > 0);
    }

    private List<ConsumerRecord<String, byte[]>> takeTogether() {
        var taken = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (int left = Math.min(unhandled.get(), TOGETHER); left > 0; left--) {
            taken.add(waiting.remove());
        }
        return taken;
    }
}
