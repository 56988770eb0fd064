package cn.minyi5.intake.edition;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One edition.
 *
 * @param code what it is an edition of, within its division
 * @param version counts the editions of one code
 * @param cells by the columns of the sheet
 * @param changed of a draft: the columns in which it differs from what is in force; null of what was published
 */
public record EditionView(
        String code,
        String division,
        int version,
        State state,
        Map<String, String> cells,
        @Nullable List<String> changed,
        String draftedBy,
        OffsetDateTime draftedAt,
        @Nullable String publishedBy,
        @Nullable OffsetDateTime publishedAt) {

    public enum State {
        /** 草案. To be looked at; nobody works by it. */
        DRAFT,
        /** 已发布. In force. */
        PUBLISHED,
        /** 已更替. Was in force until a later version was published. */
        REPLACED
    }

    /** Where it stands in a list. */
    String position() {
        return "%s %s %05d".formatted(code, division, version);
    }
}
