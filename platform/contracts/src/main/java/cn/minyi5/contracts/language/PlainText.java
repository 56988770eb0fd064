package cn.minyi5.contracts.language;

/**
 * What every text must keep that comes from outside, wherever it comes in: it can be stored, shown and searched.
 * PostgreSQL refuses NUL, UTF-8 has no half of a pair, and a text of invisible characters says nothing to anybody.
 */
public final class PlainText {

    private PlainText() {}

    /** @throws Refusal {@code text.control-character}, {@code text.half-character}, {@code text.invisible} */
    public static String checked(String text, String field) {
        var visible = text.isEmpty();
        var blank = true;
        for (int at = 0; at < text.length(); ) {
            var character = text.codePointAt(at);
            if (Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t') {
                throw Refusal.invalid("text.control-character", field);
            }
            if (Character.getType(character) == Character.SURROGATE) {
                throw Refusal.invalid("text.half-character", field);
            }
            blank &= Character.isWhitespace(character);
            visible |= !isInvisible(character);
            at += Character.charCount(character);
        }
        // What is blank is as good as missing, and whoever needs the text says so.
        if (!visible && !blank) {
            throw Refusal.invalid("text.invisible", field);
        }
        return text;
    }

    /** White space, and what has no width: joiners, marks of direction, the byte order mark, Hangul fillers. */
    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT
                || character == '\u115f'
                || character == '\u1160'
                || character == '\u3164'
                || character == '\uffa0';
    }
}
