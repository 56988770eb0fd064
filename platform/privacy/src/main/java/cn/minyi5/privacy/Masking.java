package cn.minyi5.privacy;

import cn.minyi5.privacy.WordsInText.Word;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** How a citizen may be seen by everybody: 王**, 138****5678, and texts without numbers that lead to a person. */
public final class Masking {

    private static final String STARS = "****";
    private static final int SHORTEST_SHOWN_IN_PART = 10;

    private Masking() {}

    /** The first character and two stars, whatever the length: 王**. */
    public static String name(String name) {
        var stripped = name.strip();
        return stripped.isEmpty() ? "**" : Character.toString(stripped.codePointAt(0)) + "**";
    }

    /** The first three and the last four digits: 138****5678. A shorter number shows nothing. */
    public static String phone(String phone) {
        var digits = phone.replaceAll("\\D", "");
        return digits.length() < SHORTEST_SHOWN_IN_PART
                ? STARS
                : digits.substring(0, 3) + STARS + digits.substring(digits.length() - 4);
    }

    /** Strikes every phone and identity-card number out of a free text; see {@link NumbersInText}. */
    public static String text(String text) {
        return NumbersInText.strike(text);
    }

    /**
     * Like {@link #text(String)}, and the name of whom it is about appears masked, and the address not at all, however they
     * are spaced. A name or address of one letter stays.
     */
    public static String text(String text, @Nullable String name, @Nullable String address) {
        var words = new ArrayList<Word>();
        if (address != null) {
            words.add(word(address, NumbersInText.STRUCK));
        }
        if (name != null) {
            words.add(word(name, name(name)));
        }
        return text(WordsInText.strike(text, words));
    }

    private static Word word(String word, String instead) {
        var letters = WordsInText.letters(word);
        return new Word(letters.size(), String.join("", letters)::equals, instead);
    }
}
