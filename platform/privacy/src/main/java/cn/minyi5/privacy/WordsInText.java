package cn.minyi5.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds words in a text however they are written: with blanks or dots between, full-width, in capitals. Only letters and
 * digits count. Words of a single letter are left alone: 大 is in too many others.
 */
final class WordsInText {

    static final int SHORTEST = 2;

    private static final int FIRST_IDEOGRAPH = 0x4e00;
    private static final int LAST_IDEOGRAPH = 0x9fa5;

    private WordsInText() {}

    /**
     * @param length how many letters and digits it has
     * @param is whether so many letters, as {@link #letters} writes them, are the word
     * @param instead what stands there afterwards
     */
    record Word(int length, Predicate<String> is, String instead) {}

    /** A letter or digit as it is compared, and where it stands in the text. */
    private record Letter(String value, int from, int to) {}

    /** A text as it is compared. */
    static List<String> letters(String text) {
        return lettersOf(text).stream().map(Letter::value).toList();
    }

    /** Until nothing is found: what is left on both sides of a word may be the word again. */
    static String strike(String text, List<Word> words) {
        var struck = words.isEmpty() ? text : strikeOnce(text, words);
        var fewer =
                !struck.equals(text) && letters(struck).size() < letters(text).size();
        return fewer ? strike(struck, words) : struck;
    }

    private static String strikeOnce(String text, List<Word> words) {
        var letters = lettersOf(text);
        var struck = new StringBuilder(text.length());
        var copied = 0;
        for (int first = 0; first < letters.size(); ) {
            var word = wordAt(letters, first, words);
            if (word == null) {
                first++;
            } else {
                struck.append(text, copied, letters.get(first).from()).append(word.instead());
                copied = letters.get(first + word.length() - 1).to();
                first += word.length();
            }
        }
        return struck.append(text, copied, text.length()).toString();
    }

    private static @Nullable Word wordAt(List<Letter> letters, int first, List<Word> words) {
        for (var word : words) {
            if (word.length() >= SHORTEST && first + word.length() <= letters.size()) {
                var window = new StringBuilder();
                letters.subList(first, first + word.length()).forEach(letter -> window.append(letter.value()));
                if (word.is().test(window.toString())) {
                    return word;
                }
            }
        }
        return null;
    }

    private static List<Letter> lettersOf(String text) {
        var letters = new ArrayList<Letter>();
        for (int at = 0; at < text.length(); ) {
            var character = text.codePointAt(at);
            var next = at + Character.charCount(character);
            var from = at;
            if (isItself(character)) {
                letters.add(new Letter(text.substring(from, next), from, next));
            } else {
                Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .map(Character::toLowerCase)
                        .forEach(letter -> letters.add(new Letter(Character.toString(letter), from, next)));
            }
            at = next;
        }
        return letters;
    }

    /** Most of what is written here is Chinese and needs no second look: this is done to each submission. */
    private static boolean isItself(int character) {
        return character >= FIRST_IDEOGRAPH && character <= LAST_IDEOGRAPH;
    }
}
