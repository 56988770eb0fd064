package cn.minyi5.privacy;

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

    /** Like {@link #text(String)}, and the name of whom it is about appears masked. A name of one character stays. */
    public static String text(String text, String name) {
        var stripped = name.strip();
        var masked = stripped.codePointCount(0, stripped.length()) < 2 ? text : text.replace(stripped, name(stripped));
        return text(masked);
    }
}
