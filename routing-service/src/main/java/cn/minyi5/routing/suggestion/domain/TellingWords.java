package cn.minyi5.routing.suggestion.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * 依据. Which words of a text spoke for an answer: neighbouring characters of which each weighs much, by itself and by the
 * pairs it stands in.
 */
public final class TellingWords {

    private static final int MOST_WORDS = 3;

    /** Of the weightiest character's weight: what weighs less is between two words, and none of them. */
    private static final double LEAST_PART = 0.3;

    private TellingWords() {}

    private record Word(int from, int to, double weight) {}

    /** @param weight of a single character or a pair: above 0 if it speaks for the answer, 0 if it is unknown */
    public static List<String> of(String text, ToDoubleFunction<String> weight) {
        var weights = weights(text, weight);
        var heaviest = 0d;
        for (var one : weights) {
            heaviest = Math.max(heaviest, one);
        }
        return heaviest == 0
                ? List.of()
                : words(weights, heaviest * LEAST_PART).stream()
                        .sorted(Comparator.comparingDouble(Word::weight).reversed())
                        .map(word -> text.substring(word.from(), word.to()))
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList();
    }

    /** By place in the text; nothing weighs what is in no pair, such as a comma. */
    private static double[] weights(String text, ToDoubleFunction<String> weight) {
        var weights = new double[text.length()];
        for (var pair : CharacterGrams.pairs(text)) {
            var both = weight.applyAsDouble(pair.both());
            add(weights, pair.at(), pair.first().length(), both + weight.applyAsDouble(pair.first()));
            add(
                    weights,
                    pair.at() + pair.first().length(),
                    pair.second().length(),
                    both + weight.applyAsDouble(pair.second()));
        }
        return weights;
    }

    private static void add(double[] weights, int at, int length, double weight) {
        for (var n = at; n < at + length; n++) {
            weights[n] += weight;
        }
    }

    private static List<Word> words(double[] weights, double least) {
        var words = new ArrayList<Word>();
        var from = 0;
        var sum = 0d;
        for (var n = 0; n <= weights.length; n++) {
            if (n < weights.length && weights[n] >= least) {
                sum += weights[n];
            } else {
                // A single character alone is no word that anybody could check.
                if (n - from > 1) {
                    words.add(new Word(from, n, sum));
                }
                from = n + 1;
                sum = 0;
            }
        }
        return words;
    }
}
