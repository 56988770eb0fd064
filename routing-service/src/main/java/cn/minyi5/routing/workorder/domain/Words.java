package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a person must put in writing. */
public final class Words {

    /** In characters: what fits on one page. */
    public static final int LONGEST_REASON = 1000;

    private Words() {}

    /** @param field where in the input they belong */
    static String require(@Nullable String words, String field, int longest) {
        if (words == null || words.isBlank()) {
            throw Refusal.invalid("words.missing", field);
        }
        if (words.length() > longest) {
            throw Refusal.invalid("words.too-long", field).with("longest", longest);
        }
        return words;
    }

    static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw Refusal.invalid("words.missing", field);
        }
        return value;
    }

    public static String reason(@Nullable String words, String field) {
        return require(words, field, LONGEST_REASON);
    }

    /** @param after the day itself is too early */
    static void dayAhead(LocalDate day, String field, LocalDate after) {
        if (!day.isAfter(after)) {
            throw Refusal.invalid("day.not-ahead", field).with("after", after.toString());
        }
        if (!CountyTime.isOfOurTime(day)) {
            throw Refusal.invalid("day.too-far-ahead", field);
        }
    }
}
