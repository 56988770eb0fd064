package cn.minyi5.routing.suggestion;

import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaccardSimilarity;

/**
 * How much two short texts say the same: the share of characters that both have among those that either has (ADR 0026).
 *
 * @param letters of the one that others are compared with
 */
record TextLikeness(String letters) {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final JaccardSimilarity JACCARD = new JaccardSimilarity();

    static TextLikeness to(String text) {
        return new TextLikeness(NO_LETTERS.matcher(text).replaceAll(""));
    }

    /** 0 to 1, in hundredths. */
    double of(String other) {
        return Math.round(JACCARD.apply(letters, to(other).letters) * 100) / 100d;
    }
}
