package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.Refusal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * 查询码. With which a citizen asks without an account what became of a request: eleven characters of Crockford's base 32,
 * 55 bits that nobody guesses, and one that tells whether all were typed as they stand on the slip. Case, blanks and
 * dashes do not count, O is read as 0, I and L as 1, and there is no U.
 *
 * @param value twelve characters without dashes, as they are stored
 */
public record QueryCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int LENGTH = 12;

    /** x⁵ + x² + 1: every wrong character and every two that changed places are found (GF(32)). */
    private static final int POLYNOMIAL = 0b100101;

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]");

    /** @param random at least seven bytes that nobody can foretell */
    public static QueryCode of(byte[] random) {
        var number = 0L;
        for (int at = 0; at < 7; at++) {
            number = number << 8 | random[at] & 0xff;
        }
        var code = new StringBuilder();
        var check = 0;
        for (int at = 0; at < LENGTH - 1; at++) {
            var digit = (int) (number >> at * BITS) & ALPHABET.length() - 1;
            code.append(ALPHABET.charAt(digit));
            check = next(check, digit);
        }
        return new QueryCode(code.append(ALPHABET.charAt(next(check, 0))).toString());
    }

    /** @throws Refusal {@code tracking.code-malformed} for what is no code, or not all of it */
    public static QueryCode typed(String typed) {
        var code = BETWEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        var digits = code.chars().map(ALPHABET::indexOf).toArray();
        if (digits.length != LENGTH
                || Arrays.stream(digits).anyMatch(digit -> digit < 0)
                || Arrays.stream(digits).reduce(0, QueryCode::next) != 0) {
            throw Refusal.invalid("tracking.code-malformed", "queryCode");
        }
        return new QueryCode(code);
    }

    /** As it is read out: {@code 4M7K-20QX-9D1F}. */
    public String spoken() {
        return value.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Horner's rule: what came before times x, plus what comes. */
    private static int next(int before, int digit) {
        var shifted = before << 1;
        return (shifted >= ALPHABET.length() ? shifted ^ POLYNOMIAL : shifted) ^ digit;
    }
}
