package cn.minyi5.routing.suggestion;

import cn.minyi5.contracts.language.DivisionCode;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a county's suggestions.
 *
 * @param version that somebody chose; absent where it is always the newest
 * @param versionInForce absent where suggestions are off, or nothing has been learnt yet
 */
public record SuggestionView(
        String division,
        boolean enabled,
        @Nullable Integer version,
        @Nullable Integer versionInForce,
        TrainingView training) {

    /**
     * @param wantedAt absent if nobody waits for a new model
     * @param triedAt when one was last learnt, or tried to
     * @param orders from how many, each text once
     */
    public record TrainingView(
            @Nullable OffsetDateTime wantedAt,
            @Nullable OffsetDateTime triedAt,
            @Nullable Outcome outcome,
            @Nullable Integer orders) {}

    /** 训练结果. */
    public enum Outcome {
        TRAINED,
        /** 历史工单不足. */
        TOO_LITTLE_HISTORY,
        FAILED
    }

    record Stored(
            boolean enabled,
            @Nullable Integer chosen,
            @Nullable OffsetDateTime wantedAt,
            @Nullable OffsetDateTime triedAt,
            @Nullable Outcome outcome,
            @Nullable Integer orders) {}

    static SuggestionView of(DivisionCode county, Stored stored, @Nullable Integer inForce) {
        var training = new TrainingView(stored.wantedAt(), stored.triedAt(), stored.outcome(), stored.orders());
        return new SuggestionView(county.value(), stored.enabled(), stored.chosen(), inForce, training);
    }
}
