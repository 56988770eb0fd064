package cn.minyi5.intake.duplicate;

import cn.minyi5.privacy.Masking;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaccardSimilarity;

/**
 * How much two short texts say the same: the share of characters that both have among those that either has. Measured
 * against words and pairs of characters it was the better, for people say one thing in many words (ADR 0026).
 */
record TextLikeness(String letters) {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final JaccardSimilarity JACCARD = new JaccardSimilarity();

    /** Of words as they may be kept, as those are that they are compared with. */
    static TextLikeness to(String text) {
        return new TextLikeness(lettersOf(Masking.text(text)));
    }

    /** 0 to 1. */
    double of(String other) {
        return JACCARD.apply(letters, lettersOf(other));
    }

    private static String lettersOf(String text) {
        return NO_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
