package cn.minyi5.routing.whatif.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.catalogue.domain.Matter;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue.Decision;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 试算结果. Which groups of requests would have gone to another department.
 *
 * @param orders how many requests were tried
 * @param moves by the key of their group
 */
public record Trial(long orders, Map<String, Move> moves) {

    /**
     * @param from null: to the desk
     * @param to null: to the desk
     * @param rule that says so; null where none does
     */
    public record Move(@Nullable String from, @Nullable String to, @Nullable Responsibility rule, long orders) {}

    /**
     * What a department would have got that it did not get, and the other way round.
     *
     * @param department null: the desk
     */
    public record Shift(@Nullable String department, long gains, long losses) {}

    /** Of one category, at places between which no rule makes a difference. */
    private record Alike(String categoryCode, Urgency urgency, String place, int inForce) {}

    private record Leads(@Nullable String from, @Nullable String to, @Nullable Responsibility rule) {}

    /** @param inForce versions by their ids */
    public static Trial of(
            Collection<AskedGroup> asked,
            ResponsibilityCatalogue tried,
            Map<Integer, ResponsibilityCatalogue> inForce) {
        var places = places(Stream.concat(Stream.of(tried), inForce.values().stream()));
        var placeOf = new HashMap<GridCode, String>();
        var decided = new HashMap<Alike, Leads>();
        var moves = new HashMap<String, Move>();
        var orders = 0L;
        for (var group : asked) {
            orders += group.orders();
            var place = placeOf.computeIfAbsent(group.gridCode(), grid -> place(grid, places));
            var alike = new Alike(group.categoryCode(), group.urgency(), place, group.inForce());
            var leads = decided.computeIfAbsent(
                    alike, any -> leads(group, tried, Objects.requireNonNull(inForce.get(group.inForce()))));
            if (!Objects.equals(leads.from(), leads.to())) {
                moves.put(group.key(), new Move(leads.from(), leads.to(), leads.rule(), group.orders()));
            }
        }
        return new Trial(orders, Map.copyOf(moves));
    }

    public long moved() {
        return moves.values().stream().mapToLong(Move::orders).sum();
    }

    /** Those first for whom most changes. */
    public List<Shift> shifts() {
        var gains = sums(moves.values(), Move::to);
        var losses = sums(moves.values(), Move::from);
        var departments = new HashSet<>(gains.keySet());
        departments.addAll(losses.keySet());
        return departments.stream()
                .map(department -> new Shift(
                        department.isEmpty() ? null : department,
                        gains.getOrDefault(department, 0L),
                        losses.getOrDefault(department, 0L)))
                .sorted(Comparator.comparingLong((Shift shift) -> -shift.gains() - shift.losses())
                        .thenComparing(shift -> Objects.requireNonNullElse(shift.department(), "")))
                .toList();
    }

    /** The desk has no code. */
    private static Map<String, Long> sums(Collection<Move> moves, Function<Move, @Nullable String> department) {
        return moves.stream()
                .collect(Collectors.groupingBy(
                        move -> Objects.requireNonNullElse(department.apply(move), ""),
                        TreeMap::new,
                        Collectors.summingLong(Move::orders)));
    }

    private static Leads leads(AskedGroup group, ResponsibilityCatalogue tried, ResponsibilityCatalogue inForce) {
        var matter = new Matter(group.categoryCode(), group.gridCode(), group.urgency(), false);
        var rule = tried.decide(matter) instanceof Decision.OneRule one ? one.rule() : null;
        return new Leads(lead(inForce.decide(matter)), lead(tried.decide(matter)), rule);
    }

    private static @Nullable String lead(Decision decision) {
        return decision instanceof Decision.OneRule one ? one.lead() : null;
    }

    private static Set<String> places(Stream<ResponsibilityCatalogue> catalogues) {
        return catalogues
                .flatMap(catalogue -> catalogue.rules().stream())
                .map(Responsibility::divisionPrefix)
                .collect(Collectors.toSet());
    }

    /** The smallest that any rule speaks of; not more than the township, which may lead. */
    private static String place(GridCode grid, Set<String> places) {
        var township = grid.township().value();
        for (var digits = grid.value().length(); digits > township.length(); digits--) {
            var place = grid.value().substring(0, digits);
            if (places.contains(place)) {
                return place;
            }
        }
        return township;
    }
}
