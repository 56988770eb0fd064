package cn.minyi5.escalation.clock.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * 盲区. How far the service is behind on events. While it is, it holds its fire by itself: a rung fires only once its
 * partition has been seen up to it. This says so.
 */
@ApplicationScoped
public class Blindness {

    private final SeenMoments seenMoments;
    private final BlindnessConfig config;

    Blindness(SeenMoments seenMoments, BlindnessConfig config) {
        this.seenMoments = seenMoments;
        this.config = config;
    }

    /** @param heldOrders work orders whose clocks wait for a dead letter to be replayed */
    public record Report(boolean blind, List<Lag> partitions, long heldOrders) {}

    /** @param behind never negative */
    public record Lag(String topic, int partition, Instant seenUpTo, Duration behind) {}

    public Uni<Report> report() {
        return seenMoments.all().map(sights -> {
            var lags = sights.partitions().stream()
                    .map(seen -> lag(seen, sights.at()))
                    .toList();
            var blind = lags.size() < config.partitions() || lags.stream().anyMatch(this::isTooFar);
            return new Report(blind, lags, sights.heldOrders());
        });
    }

    /** Whether everything that happened before the moment is known. */
    public Uni<Boolean> seesAllBefore(Instant moment) {
        return seenMoments
                .all()
                .map(sights -> sights.partitions().size() >= config.partitions()
                        && sights.partitions().stream()
                                .noneMatch(seen -> seen.upTo().isBefore(moment)));
    }

    private boolean isTooFar(Lag lag) {
        return lag.behind().compareTo(config.behind()) > 0;
    }

    private static Lag lag(SeenMoments.Seen seen, Instant at) {
        var behind = Duration.between(seen.upTo(), at);
        return new Lag(seen.topic(), seen.partition(), seen.upTo(), behind.isNegative() ? Duration.ZERO : behind);
    }
}
