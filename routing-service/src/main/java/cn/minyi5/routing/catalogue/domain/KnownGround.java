package cn.minyi5.routing.catalogue.domain;

import cn.minyi5.contracts.language.GridCode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 已知范围. The categories and places over which versions of the catalogue are compared: those that requests have had and
 * those that rules name.
 *
 * @param categories codes, not prefixes of other codes
 * @param places townships, and what is smaller where a rule speaks of it
 */
public record KnownGround(Set<String> categories, Set<String> places) {

    private static final int TOWNSHIP_DIGITS = 9;
    private static final int GRID_DIGITS = 15;

    /**
     * @param asked category codes of requests
     * @param townships with requests, or that act as a department
     */
    public static KnownGround of(
            Collection<String> asked, Collection<String> townships, Collection<Responsibility> rules) {
        var categories = named(asked, rules, Responsibility::categoryPrefix);
        categories.removeIf(code -> isPrefixOfAnother(code, categories));
        var places = named(townships, rules, Responsibility::divisionPrefix);
        places.removeIf(place -> place.length() < TOWNSHIP_DIGITS && isPrefixOfAnother(place, places));
        return new KnownGround(categories, places);
    }

    private static TreeSet<String> named(
            Collection<String> known, Collection<Responsibility> rules, Function<Responsibility, String> prefix) {
        return Stream.concat(known.stream(), rules.stream().map(prefix))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param all in order: what begins so comes next */
    private static boolean isPrefixOfAnother(String code, TreeSet<String> all) {
        var next = all.higher(code);
        return next != null && next.startsWith(code);
    }

    /** Some grid in a place; none has a code of noughts, so no rule for a smaller place speaks of it. */
    static GridCode gridIn(String place) {
        return new GridCode(place + "0".repeat(GRID_DIGITS - place.length()));
    }

    /** The townships among the places. */
    public List<String> townships() {
        return places.stream()
                .filter(place -> place.length() == TOWNSHIP_DIGITS)
                .toList();
    }
}
