package cn.minyi5.routing.workorder.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 答复检查. What the desk would find fault with in a reply, told before it is sent. Texts are compared by their letters
 * alone: what differs by a space or a full stop is the same.
 *
 * @param matter what the citizen asked for
 * @param places what the order's place is called, such as 羊山镇
 * @param before what the department has replied lately, at most {@value #COMPARED_WITH}
 */
public record ReplyCheck(String matter, List<String> places, List<String> before) {

    /** The same text for the eleventh time is found by people. */
    public static final int COMPARED_WITH = 10;

    /** In letters: 已处理, 正在协调解决 and the like say nothing to whoever asked. */
    private static final int SHORTEST_TEXT = 15;

    /** In letters: when and how, 上午电话联系. */
    private static final int SHORTEST_LOG = 4;

    /** Of the pairs of letters that either text has; what is copied and given another date stays above. */
    private static final double SAME = 0.8;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]");

    /** A village says 前李庄 and 村; of a township people leave the last character away. */
    private static final Pattern KIND_OF_PLACE = Pattern.compile("(街道|社区|镇|乡|村)$");

    private static final Pattern SAID_PLACE = Pattern.compile("\\p{IsHan}(?:小区|社区|村|庄|路|街|巷|胡同|学校|市场|广场)");

    /** Words that stand in every request and reply, and letters that bind words together: they name no matter. */
    private static final Pattern EVERYWHERE =
            Pattern.compile("群众|反映|问题|情况|已经|进行|处理|解决|工作|人员|我们|现场|联系|希望|要求|有关|部门|[的了是在有和也都不请把被为已就]");

    /** What is found, the gravest first. */
    public List<ReplyFinding> of(String text, String contactLog) {
        var letters = letters(text);
        var found = new ArrayList<ReplyFinding>();
        if (letters(contactLog).length() < SHORTEST_LOG) {
            found.add(ReplyFinding.NO_CONTACT_LOG);
        }
        if (letters.length() < SHORTEST_TEXT) {
            found.add(ReplyFinding.TOO_SHORT);
        }
        if (before.stream().map(ReplyCheck::letters).anyMatch(earlier -> isSame(letters, earlier))) {
            found.add(ReplyFinding.SAME_AS_BEFORE);
        }
        if (namesOfPlace().noneMatch(letters::contains)) {
            found.add(ReplyFinding.PLACE_MISSING);
        }
        if (!mentionsMatter(letters)) {
            found.add(ReplyFinding.MATTER_MISSING);
        }
        return found;
    }

    /** One thing that the citizen named is enough; of a matter without any there is nothing to mention. */
    private boolean mentionsMatter(String letters) {
        var named = EVERYWHERE
                .splitAsStream(letters(matter))
                .flatMap(part -> pairs(part).stream())
                .toList();
        return named.isEmpty() || named.stream().anyMatch(letters::contains);
    }

    /** The official names, also without their last word, and what the citizen called the place. */
    private Stream<String> namesOfPlace() {
        var official = places.stream()
                .flatMap(name -> Stream.of(name, KIND_OF_PLACE.matcher(name).replaceAll("")));
        var said = SAID_PLACE.matcher(matter).results().map(MatchResult::group);
        return Stream.concat(official, said).map(ReplyCheck::letters).filter(name -> name.length() > 1);
    }

    private static boolean isSame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        var both = pairs(one);
        var either = new HashSet<>(both);
        either.addAll(pairs(other));
        both.retainAll(pairs(other));
        return !either.isEmpty() && (double) both.size() / either.size() >= SAME;
    }

    private static Set<String> pairs(String letters) {
        var pairs = new HashSet<String>();
        IntStream.range(0, Math.max(0, letters.length() - 1)).forEach(at -> pairs.add(letters.substring(at, at + 2)));
        return pairs;
    }

    private static String letters(String text) {
        return NO_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
