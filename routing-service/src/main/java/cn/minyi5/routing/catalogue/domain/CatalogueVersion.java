package cn.minyi5.routing.catalogue.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of the catalogue. Once published its rules never change, and it is in force from its day on, until a
 * version with a later day is.
 *
 * @param effectiveFrom from midnight in Asia/Shanghai; may lie in the past, for history brought along
 * @param rules how many there are
 */
public record CatalogueVersion(int version, LocalDate effectiveFrom, int rules, @Nullable Instant publishedAt) {

    /** What it may be used for. */
    public enum State {
        /** 草案. To be looked at. */
        DRAFT,
        /** 已发布. */
        PUBLISHED
    }

    public State state() {
        return publishedAt == null ? State.DRAFT : State.PUBLISHED;
    }

    public CatalogueVersion published(Instant at) {
        return new CatalogueVersion(version, effectiveFrom, rules, at);
    }
}
