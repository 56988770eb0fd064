package cn.minyi5.routing.suggestion.domain;

import java.util.List;

/**
 * 建议. One of the answers to "what is this, whose is it?" that a text speaks for.
 *
 * @param code a category's or a department's
 * @param confidence 0 to 1; all codes that the model knows share 1
 * @param words of the text that spoke for it, the weightiest first
 */
public record Suggestion(String code, double confidence, List<String> words) {

    /** That many are shown. */
    public static final int MOST = 3;
}
