package cn.minyi5.routing.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.catalogue.domain.CatalogueComparison.Assigned;
import cn.minyi5.routing.catalogue.domain.CatalogueComparison.Change;
import cn.minyi5.routing.catalogue.domain.CatalogueComparison.Gap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogueComparisonTest {

    private static final String ONE = "370828101";
    private static final String OTHER = "370828102";
    private static final Assigned WATER = new Assigned("water", List.of());

    @Test
    void aGapIsACategoryAndThePlacesInWhichNoRuleSpeaksOfIt() {
        var compared = compare(List.of(rule("GS02", ONE, "water"), rule("HJ", "", "roads")), List.of(), "GS02", "HJ01");

        assertThat(compared.gaps()).containsExactly(new Gap("GS02", null, List.of(OTHER)));
    }

    @Test
    void equalRulesAreNoGapButGoToTheDeskAllTheSame() {
        var compared = compare(
                List.of(rule("GS02", "", "water"), rule("GS02", "", "pipes")),
                List.of(rule("GS02", "", "water")),
                "GS02");

        assertThat(compared.gaps()).isEmpty();
        assertThat(compared.changes()).containsExactly(new Change("GS02", null, WATER, null, List.of(ONE, OTHER)));
    }

    @Test
    void theTownshipsOwnCodeSaysTheSameAsTownship() {
        var compared = compare(
                List.of(rule("GS02", "", Responsibility.TOWNSHIP)),
                List.of(rule("GS02", ONE, ONE), rule("GS02", OTHER, "water")),
                "GS02");

        assertThat(compared.changes())
                .containsExactly(new Change(
                        "GS02", null, WATER, new Assigned(Responsibility.TOWNSHIP, List.of()), List.of(OTHER)));
    }

    @Test
    void whereUrgencyMakesADifferenceItIsSaid() {
        var urgent = new Responsibility(
                new UUID(0, 9), 9, "GS02", "", "rescue", List.of(), "第9条", Urgency.URGENT, null, null);

        var compared = compare(List.of(rule("GS02", "", "water"), urgent), List.of(rule("GS02", "", "water")), "GS02");

        assertThat(compared.changes())
                .containsExactly(new Change(
                        "GS02", Urgency.URGENT, WATER, new Assigned("rescue", List.of()), List.of(ONE, OTHER)));
    }

    @Test
    void whatIsKnownAreCategoriesAndTownshipsAndWhatRulesNameBesides() {
        var ground = KnownGround.of(
                List.of("GS02"),
                List.of(ONE),
                List.of(rule("GS", "370828", "water"), rule("HJ", "370828102001", "roads"), rule("", "", "desk")));

        assertThat(ground).isEqualTo(new KnownGround(Set.of("GS02", "HJ"), Set.of(ONE, "370828102001")));
        assertThat(ground.townships()).containsExactly(ONE);
    }

    private static CatalogueComparison compare(
            List<Responsibility> version, List<Responsibility> inForce, String... asked) {
        var ground = KnownGround.of(
                List.of(asked),
                List.of(ONE, OTHER),
                Stream.concat(version.stream(), inForce.stream()).toList());
        return CatalogueComparison.of(
                new ResponsibilityCatalogue(2, version), new ResponsibilityCatalogue(1, inForce), ground);
    }

    private static Responsibility rule(String category, String division, @Nullable String lead) {
        return new Responsibility(UUID.randomUUID(), 2, category, division, lead, List.of(), "第1条", null, null, null);
    }
}
