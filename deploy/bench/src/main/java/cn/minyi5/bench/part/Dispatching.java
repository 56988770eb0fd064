package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.load.Threads;
import cn.minyi5.bench.report.Figures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * 派单. How many requests a second routing alone takes from Kafka and makes into dispatched orders, committed and told on
 * Kafka again: real requests that intake has accepted while routing stood still. Beside it a program that takes as many
 * records of 1 KB, commits them in batches and sends two records for each, as routing tells of the opening and of the
 * dispatch.
 */
final class Dispatching {
    private static final String TOPIC = "routing.work-orders";
    private static final List<String> LISTENERS = List.of("escalation", "notification");
    private static final int EVENTS_AN_ORDER = 2;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String RATE = "dispatched a second";
    private static final String SHARE = "÷ bare batches";

    private Dispatching() {}

    static void run(Bench bench, Figures figures) {
        figures.explain("From the first event told to the last one; all that waits when it begins, routing alone.");
        var bare = new BareBatches(bench.builds().get(0));
        for (int round = 0; round < bench.plan().rounds(); round++) {
            for (var build : bench.builds()) {
                bench.ready(build);
                bench.say("dispatching of %s, round %d".formatted(build.name(), round + 1));
                var waiting = accept(bench, build);
                var ours = drain(build, waiting);
                build.pause(Build.SERVICES);
                var limit = bare.perSecond(waiting);
                build.resume(Build.SERVICES);
                build.settle();
                figures.add("requests that waited", build.name(), waiting);
                figures.add(RATE, build.name(), ours);
                figures.add("bare batches, a second", build.name(), limit);
                figures.add(SHARE, build.name(), ours / limit);
            }
        }
    }

    /** Requests that intake has told of, and routing has not heard of; how many. */
    private static int accept(Bench bench, Build build) {
        build.pause(LISTENERS);
        build.pause(List.of(Build.ROUTING));
        var accepted = bench.load(build).submitAtOnce(bench.plan().round());
        build.settle();
        build.pause(List.of(Build.INTAKE));
        return Math.toIntExact(accepted.times().count());
    }

    private static double drain(Build build, int waiting) {
        try (var consumer =
                new KafkaConsumer<>(build.kafka(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var before = told(consumer);
            var until = System.nanoTime() + PATIENCE.toNanos();
            build.resume(List.of(Build.ROUTING));
            var first = await(consumer, before + 1, until);
            var last = await(consumer, before + (long) waiting * EVENTS_AN_ORDER, until);
            return (last.told() - first.told()) / (double) EVENTS_AN_ORDER / ((last.at() - first.at()) / 1e9);
        }
    }

    private record Seen(long told, long at) {}

    private static Seen await(KafkaConsumer<?, ?> consumer, long told, long until) {
        for (var seen = told(consumer); ; seen = told(consumer)) {
            if (seen >= told) {
                return new Seen(seen, System.nanoTime());
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("routing told of %d events, not of %d".formatted(seen, told));
            }
            Threads.pause(LOOK);
        }
    }

    private static long told(KafkaConsumer<?, ?> consumer) {
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .collect(Collectors.toSet());
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }
}
