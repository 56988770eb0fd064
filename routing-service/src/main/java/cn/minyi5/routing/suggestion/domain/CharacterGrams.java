package cn.minyi5.routing.suggestion.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * 字与相邻两字. What of a text is learnt and looked at: its single characters and its pairs of neighbours. Chinese is
 * written without spaces, and most of its words have one or two characters.
 */
public final class CharacterGrams {

    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{N}]+");

    private CharacterGrams() {}

    /** Two neighbours. @param at where in the text the pair begins; its characters lie in one plane */
    record Pair(int at, String first, String second) {

        String both() {
            return first + second;
        }

        int end() {
            return at + both().length();
        }
    }

    /** Each once, in their order. */
    public static List<String> of(String text) {
        var grams = new LinkedHashSet<String>();
        runs(text)
                .forEach(run ->
                        run.group().codePoints().mapToObj(Character::toString).forEach(grams::add));
        pairs(text).forEach(pair -> grams.add(pair.both()));
        return List.copyOf(grams);
    }

    /** Nothing but letters and digits: two texts of the same letters say the same. */
    static String letters(String text) {
        return String.join("", runs(text).map(MatchResult::group).toList());
    }

    static List<Pair> pairs(String text) {
        var pairs = new ArrayList<Pair>();
        runs(text).forEach(run -> {
            var at = run.start();
            var characters =
                    run.group().codePoints().mapToObj(Character::toString).toList();
            for (var second = 1; second < characters.size(); second++) {
                var first = characters.get(second - 1);
                pairs.add(new Pair(at, first, characters.get(second)));
                at += first.length();
            }
        });
        return pairs;
    }

    private static Stream<MatchResult> runs(String text) {
        return RUN.matcher(text).results();
    }
}
