package cn.minyi5.routing.catalogue;

import cn.minyi5.contracts.language.CountyTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of the catalogue. Once published its rules never change, and it is in force from its day on, until a
 * version with a later day is.
 *
 * @param version counts the versions of the division
 * @param division whose it is
 * @param effectiveFrom from midnight in Asia/Shanghai; may lie in the past, for history brought along
 * @param rules how many
 * @param restores the earlier version whose rules it has again
 * @param reason why it has
 * @param findings what wants a second look; only in the answer to a draft and when it is published
 */
public record CatalogueView(
        int version,
        String division,
        State state,
        LocalDate effectiveFrom,
        @Nullable OffsetDateTime publishedAt,
        int rules,
        @Nullable Integer restores,
        @Nullable String reason,
        @Nullable List<Finding> findings) {

    @Schema(name = "CatalogueState")
    public enum State {
        /** 草案. To be looked at. */
        DRAFT,
        /** 已发布. */
        PUBLISHED
    }

    static CatalogueView of(CatalogueVersionRow row, @Nullable List<Finding> findings) {
        return new CatalogueView(
                row.version,
                row.division,
                row.publishedAt == null ? State.DRAFT : State.PUBLISHED,
                row.effectiveFrom,
                CountyTime.atOrNull(row.publishedAt),
                row.rules,
                row.restores,
                row.reason,
                findings);
    }
}
