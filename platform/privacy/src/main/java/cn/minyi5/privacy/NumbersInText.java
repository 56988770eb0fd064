package cn.minyi5.privacy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the numbers in a text that lead to a person, however they are written: full-width, in Chinese numerals, with
 * country code, in groups with blanks, dashes or dots between. Struck are mobile numbers, landlines with area code,
 * 400 and 800 numbers, local numbers after a word such as 电话, identity-card numbers of 18 and 15 characters, and every
 * unbroken run of 11 digits or more. When in doubt a number is struck: a department can ask for the contact.
 */
final class NumbersInText {

    static final String STRUCK = "***";

    private static final int LONGEST_NUMBER = 18;
    private static final int SUSPICIOUS_RUN = 11;
    private static final int CUE_DISTANCE = 8;

    private static final String CHINESE_NUMERALS = "零一二三四五六七八九";

    /** Digits of any script; an X is a group of its own: the check character of many identity cards. */
    private static final Pattern GROUP = Pattern.compile("[\\p{javaDigit}〇○幺" + CHINESE_NUMERALS + "]+|[xXｘＸ]");

    private static final Pattern GAP = Pattern.compile(
            "[\\p{javaWhitespace}\\p{javaSpaceChar}‐‑‒–—―－_.．·•・()（）/+＋~\u200b\u200c\u200d\u2060\ufeff-]{0,3}");

    /** In this order: mobile, landline, landline with country code, 400 and 800, identity card new and old. */
    private static final Pattern PERSONAL = Pattern.compile("(00)?(86)?1[3-9]\\d{9}"
            + "|0[1-9]\\d{1,2}[2-8]\\d{6,7}"
            + "|(00)?86[1-9]\\d{1,2}[2-8]\\d{6,7}"
            + "|[48]00\\d{7}"
            + "|[1-9]\\d{5}(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dX]"
            + "|[1-9]\\d{7}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}");

    private static final Pattern LOCAL = Pattern.compile("[2-8]\\d{6,7}");
    private static final Pattern CUE = Pattern.compile("电话|座机|手机|号码|联系|拨打|微信|(?i:tel|phone|mobile|call|wechat)");

    private NumbersInText() {}

    /** Digits without anything between them, or one X: where they stand in the text, and what they say in ASCII. */
    private record Group(int from, int to, String digits) {}

    static String strike(String text) {
        var groups = GROUP.matcher(text)
                .results()
                .map(found -> new Group(found.start(), found.end(), digits(found.group())))
                .toList();
        var struck = new StringBuilder(text.length());
        var copied = 0;
        for (int first = 0; first < groups.size(); first++) {
            var last = lastOfNumber(text, groups, first);
            if (last >= 0) {
                struck.append(text, copied, beginning(text, groups.get(first))).append(STRUCK);
                copied = groups.get(last).to();
                first = last;
            }
        }
        return struck.append(text, copied, text.length()).toString();
    }

    /** The group with which the longest personal number that begins at {@code first} ends, or -1. */
    private static int lastOfNumber(String text, List<Group> groups, int first) {
        var last = isPersonalAlone(text, groups.get(first)) ? first : -1;
        var digits = new StringBuilder(groups.get(first).digits());
        for (int next = first + 1; next < groups.size() && digits.length() < LONGEST_NUMBER; next++) {
            if (!joined(text, groups.get(next - 1), groups.get(next))) {
                break;
            }
            digits.append(groups.get(next).digits());
            if (PERSONAL.matcher(digits).matches()) {
                last = next;
            }
        }
        return last;
    }

    /** The plus of a country code and the bracket of an area code go with the number. */
    private static int beginning(String text, Group first) {
        return first.from() > 0 && "+＋(（".indexOf(text.charAt(first.from() - 1)) >= 0 ? first.from() - 1 : first.from();
    }

    private static boolean isPersonalAlone(String text, Group group) {
        return group.digits().length() >= SUSPICIOUS_RUN
                || PERSONAL.matcher(group.digits()).matches()
                || LOCAL.matcher(group.digits()).matches() && cued(text, group);
    }

    private static boolean cued(String text, Group group) {
        return CUE.matcher(text)
                .region(Math.max(0, group.from() - CUE_DISTANCE), group.from())
                .find();
    }

    private static boolean joined(String text, Group one, Group other) {
        return GAP.matcher(text).region(one.to(), other.from()).matches();
    }

    private static String digits(String group) {
        return group.codePoints().mapToObj(NumbersInText::digit).collect(Collectors.joining());
    }

    private static String digit(int character) {
        return switch (character) {
            case '〇', '○' -> "0";
            case '幺' -> "1";
            case 'x', 'X', 'ｘ', 'Ｘ' -> "X";
            default -> {
                var numeral = CHINESE_NUMERALS.indexOf(character);
                yield Integer.toString(numeral >= 0 ? numeral : Character.digit(character, 10));
            }
        };
    }
}
