package cn.minyi5.intake.grading;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.grading.domain.GradingRules;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The rules of each place as this copy has read them last, for seconds. What was read before something was published here
 * is never found again, also if that reading comes to its end only afterwards.
 */
final class KeptGradingRules {

    /** More than there are counties. */
    private static final int MOST_PLACES = 5_000;

    private final AtomicLong publications = new AtomicLong();
    private final Cache<Key, GradingRules> kept;

    KeptGradingRules(Duration time, Ticker ticker) {
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(time)
                .maximumSize(MOST_PLACES)
                .ticker(ticker)
                .build();
    }

    /** @param publications so many were made here before it was read */
    private record Key(DivisionCode place, long publications) {}

    Uni<GradingRules> of(DivisionCode place, Supplier<Uni<GradingRules>> reading) {
        var key = new Key(place, publications.get());
        var known = kept.getIfPresent(key);
        return known != null ? Uni.createFrom().item(known) : reading.get().invoke(rules -> kept.put(key, rules));
    }

    /** To be called after the commit. */
    void published() {
        publications.incrementAndGet();
    }
}
