package cn.minyi5.routing.catalogue.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * 备选条目. A rule that decided a case, might have decided it, or nearly speaks for it, and how it stands to it.
 *
 * @param because of a rule that was outweighed, in what the weightiest one says more; of one that is near, what keeps it
 *     from speaking for the case; else empty
 */
public record Candidate(Responsibility rule, Standing standing, List<Ground> because) {

    public enum Standing {
        /** 采用. It speaks for the case and outweighs all others. */
        WINS,
        /** 同等. It is as weighty as another: a person decides. */
        EQUAL,
        /** 被覆盖. It speaks for the case, but another one says it more exactly. */
        OUTWEIGHED,
        /** 相近. It does not speak for the case, but nearly. */
        NEAR
    }

    public enum Ground {
        CATEGORY,
        PLACE,
        CONDITIONS
    }

    /** @param mostNear how many rules to name that nearly speak for a case for which none does */
    public static List<Candidate> of(ResponsibilityCatalogue catalogue, Matter matter, int mostNear) {
        var byWeight = catalogue.matching(matter).toList();
        if (byWeight.isEmpty()) {
            return nearest(catalogue, matter).limit(mostNear).toList();
        }
        var weightiest = byWeight.get(0);
        var standing = weightiest.size() == 1 ? Standing.WINS : Standing.EQUAL;
        return Stream.concat(
                        weightiest.stream().map(rule -> new Candidate(rule, standing, List.of())),
                        byWeight.stream()
                                .skip(1)
                                .flatMap(List::stream)
                                .map(rule -> outweighed(rule, weightiest.get(0))))
                .toList();
    }

    /** The first difference decides; the others do not count. */
    private static Candidate outweighed(Responsibility rule, Responsibility winner) {
        var ground = rule.categoryPrefix().length() < winner.categoryPrefix().length()
                ? Ground.CATEGORY
                : rule.divisionPrefix().length() < winner.divisionPrefix().length() ? Ground.PLACE : Ground.CONDITIONS;
        return new Candidate(rule, Standing.OUTWEIGHED, List.of(ground));
    }

    /** Of the same group of categories or for all of them, those first that miss in the least. */
    private static Stream<Candidate> nearest(ResponsibilityCatalogue catalogue, Matter matter) {
        return catalogue.rules().stream()
                .filter(rule -> rule.categoryPrefix().startsWith(matter.group())
                        || matter.categoryCode().startsWith(rule.categoryPrefix()))
                .map(rule -> new Candidate(rule, Standing.NEAR, misses(rule, matter)))
                .sorted(Comparator.comparingInt(
                                (Candidate near) -> near.because().size())
                        .thenComparingInt(near -> -common(near.rule().categoryPrefix(), matter.categoryCode()))
                        .thenComparingInt(near -> -common(
                                near.rule().divisionPrefix(), matter.grid().value()))
                        .thenComparingInt(near -> near.rule().row()));
    }

    private static List<Ground> misses(Responsibility rule, Matter matter) {
        var misses = new ArrayList<Ground>();
        if (!matter.categoryCode().startsWith(rule.categoryPrefix())) {
            misses.add(Ground.CATEGORY);
        }
        if (!matter.grid().value().startsWith(rule.divisionPrefix())) {
            misses.add(Ground.PLACE);
        }
        if (!rule.holdsFor(matter)) {
            misses.add(Ground.CONDITIONS);
        }
        return List.copyOf(misses);
    }

    private static int common(String one, String other) {
        var length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
