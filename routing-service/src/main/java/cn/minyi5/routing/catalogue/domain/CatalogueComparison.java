package cn.minyi5.routing.catalogue.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 比对. What a version of the catalogue leaves to the desk, and what it would change, over all that is known.
 *
 * @param gaps for what no rule speaks
 * @param changes to whom what would go that goes elsewhere by the version in force
 */
public record CatalogueComparison(List<Gap> gaps, List<Change> changes) {

    /** @param urgency null: whatever it is */
    public record Gap(String categoryCode, @Nullable Urgency urgency, List<String> places) {}

    /**
     * @param urgency null: whatever it is
     * @param from null: to the desk
     * @param to null: to the desk
     */
    public record Change(
            String categoryCode,
            @Nullable Urgency urgency,
            @Nullable Assigned from,
            @Nullable Assigned to,
            List<String> places) {}

    /** As the rule says it: TOWNSHIP stands for that of the place. */
    public record Assigned(String lead, List<String> assisting) {

        private static @Nullable Assigned by(Decision decision) {
            return decision instanceof Decision.OneRule one
                    ? new Assigned(one.rule().lead(), one.rule().assisting())
                    : null;
        }

        private boolean isSameIn(GridCode grid, Assigned other) {
            return in(grid).equals(other.in(grid));
        }

        private Assigned in(GridCode grid) {
            var township = grid.township().value();
            return new Assigned(
                    named(lead, township),
                    assisting.stream().map(code -> named(code, township)).toList());
        }

        private static String named(String code, String township) {
            return code.equals(Responsibility.TOWNSHIP) ? township : code;
        }
    }

    private record Found(@Nullable Gap gap, @Nullable Change change, String place) {}

    public static CatalogueComparison of(
            ResponsibilityCatalogue version, ResponsibilityCatalogue inForce, KnownGround ground) {
        var gaps = new ArrayList<Gap>();
        var changes = new ArrayList<Change>();
        var byUrgency = Stream.concat(version.rules().stream(), inForce.rules().stream())
                .anyMatch(rule -> rule.urgency() != null);
        for (var category : ground.categories()) {
            var normal = found(version, inForce, ground, category, Urgency.NORMAL);
            var urgent = byUrgency ? found(version, inForce, ground, category, Urgency.URGENT) : normal;
            if (normal.equals(urgent)) {
                collect(normal, null, gaps, changes);
            } else {
                collect(normal, Urgency.NORMAL, gaps, changes);
                collect(urgent, Urgency.URGENT, gaps, changes);
            }
        }
        return new CatalogueComparison(List.copyOf(gaps), List.copyOf(changes));
    }

    /** Gaps and changes as they would be whatever the urgency, one for each place. */
    private static List<Found> found(
            ResponsibilityCatalogue version,
            ResponsibilityCatalogue inForce,
            KnownGround ground,
            String category,
            Urgency urgency) {
        return ground.places().stream()
                .map(place -> {
                    var matter = new Matter(category, KnownGround.gridIn(place), urgency, false);
                    var decision = version.decide(matter);
                    var to = Assigned.by(decision);
                    var from = Assigned.by(inForce.decide(matter));
                    var gap = decision instanceof Decision.NoRule ? new Gap(category, null, List.of()) : null;
                    var change =
                            isSame(from, to, matter.grid()) ? null : new Change(category, null, from, to, List.of());
                    return new Found(gap, change, place);
                })
                .toList();
    }

    private static boolean isSame(@Nullable Assigned from, @Nullable Assigned to, GridCode grid) {
        return from == null || to == null ? Objects.equals(from, to) : from.isSameIn(grid, to);
    }

    private static void collect(List<Found> found, @Nullable Urgency urgency, List<Gap> gaps, List<Change> changes) {
        var gapPlaces = new LinkedHashMap<Gap, List<String>>();
        var changePlaces = new LinkedHashMap<Change, List<String>>();
        for (var each : found) {
            note(gapPlaces, each.gap(), each.place());
            note(changePlaces, each.change(), each.place());
        }
        gapPlaces.forEach((gap, places) -> gaps.add(new Gap(gap.categoryCode(), urgency, places)));
        changePlaces.forEach((change, places) ->
                changes.add(new Change(change.categoryCode(), urgency, change.from(), change.to(), places)));
    }

    private static <T> void note(Map<T, List<String>> places, @Nullable T found, String place) {
        if (found != null) {
            places.computeIfAbsent(found, any -> new ArrayList<>()).add(place);
        }
    }
}
