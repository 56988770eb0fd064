package cn.minyi5.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the numbers in a text that lead to a person, however they are written: full-width, in Chinese numerals, with
 * country code, in groups with blanks, dashes or dots between. Struck are mobile numbers, landlines with area code,
 * 400 and 800 numbers, local numbers after a word such as 电话, identity-card numbers of 18 and 15 characters, and every
 * unbroken run of 11 digits or more. When in doubt a number is struck: a department can ask for the contact.
 */
final class NumbersInText {

    static final String STRUCK = "***";

    private static final int LONGEST_GAP = 3;
    private static final int SHORTEST_NUMBER = 10;
    private static final int LONGEST_NUMBER = 18;
    private static final int SUSPICIOUS_RUN = 11;
    private static final int CUE_DISTANCE = 8;

    private static final String CHINESE_NUMERALS = "零一二三四五六七八九";
    private static final String GAPS = "-‐‑‒–—―－_.．·•・()（）/+＋~\u200b\u200c\u200d\u2060\ufeff";

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
        var groups = groups(text);
        if (groups.isEmpty()) {
            return text;
        }
        var struck = new StringBuilder(text.length());
        var copied = 0;
        for (int first = 0; first < groups.size(); ) {
            var last = lastOfNumber(text, groups, first);
            if (last < 0) {
                first++;
                continue;
            }
            struck.append(text, copied, beginning(text, groups.get(first))).append(STRUCK);
            copied = groups.get(last).to();
            first = last + 1;
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
            if (isPersonal(digits)) {
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
                || isPersonal(group.digits())
                || LOCAL.matcher(group.digits()).matches() && cued(text, group);
    }

    private static boolean isPersonal(CharSequence digits) {
        return digits.length() >= SHORTEST_NUMBER
                && digits.length() <= LONGEST_NUMBER
                && PERSONAL.matcher(digits).matches();
    }

    private static boolean cued(String text, Group group) {
        return CUE.matcher(text.substring(Math.max(0, group.from() - CUE_DISTANCE), group.from()))
                .find();
    }

    private static boolean joined(String text, Group one, Group other) {
        var gap = text.substring(one.to(), other.from());
        return gap.length() <= LONGEST_GAP && gap.chars().allMatch(NumbersInText::isGap);
    }

    private static boolean isGap(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || GAPS.indexOf(character) >= 0;
    }

    private static List<Group> groups(String text) {
        var groups = new ArrayList<Group>();
        for (int at = 0; at < text.length(); ) {
            var group = groupAt(text, at);
            if (group.to() > at) {
                groups.add(group);
            }
            at = Math.max(group.to(), at + Character.charCount(text.codePointAt(at)));
        }
        return groups;
    }

    /** Empty where no digit stands. An X is a group of its own: the check character of many identity cards. */
    private static Group groupAt(String text, int from) {
        if (isX(text.charAt(from))) {
            return new Group(from, from + 1, "X");
        }
        var digits = new StringBuilder();
        var to = from;
        while (to < text.length() && digit(text.codePointAt(to)) >= 0) {
            digits.append(digit(text.codePointAt(to)));
            to += Character.charCount(text.codePointAt(to));
        }
        return new Group(from, to, digits.toString());
    }

    private static boolean isX(char character) {
        return "xXｘＸ".indexOf(character) >= 0;
    }

    private static int digit(int character) {
        return switch (character) {
            case '〇', '○' -> 0;
            case '幺' -> 1;
            default -> {
                var numeral = CHINESE_NUMERALS.indexOf(character);
                yield numeral >= 0 ? numeral : Character.digit(character, 10);
            }
        };
    }
}
