package cn.minyi5.routing.whatif.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.catalogue.domain.Matter;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue.Decision;
import cn.minyi5.routing.whatif.domain.Trial.Shift;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final int IN_FORCE = 7;

    @Test
    void departmentsGainAndLoseWhatMoves() {
        var before = catalogue(rule("GS", "", "water"), rule("HJ", "", "roads"));
        var tried = catalogue(rule("GS", "", "water"), rule("GS02", "370828101", "TOWNSHIP"), rule("YZ", "", "roads"));

        var trial = Trial.of(
                List.of(
                        asked("GS02", "370828101001001", 3),
                        asked("GS02", "370828102001001", 5),
                        asked("HJ01", "370828101001001", 7),
                        asked("YZ01", "370828101001001", 1)),
                tried,
                Map.of(IN_FORCE, before));

        assertThat(trial.orders()).isEqualTo(16);
        assertThat(trial.moved()).isEqualTo(11);
        assertThat(trial.shifts())
                .containsExactly(
                        new Shift(null, 7, 1),
                        new Shift("roads", 1, 7),
                        new Shift("370828101", 3, 0),
                        new Shift("water", 0, 3));
    }

    /** Deciding alike places once is a shortcut; this takes the long way. */
    @Property(tries = 300)
    void itIsAsIfEachRequestWereAskedForByItself(
            @ForAll("rules") List<Responsibility> before, @ForAll("rules") List<Responsibility> tried) {
        var asked = Stream.of("370828101001001", "370828101001002", "370828101002001", "370828102001001")
                .flatMap(grid -> Stream.of("GS01", "GS02").map(category -> asked(category, grid, 1)))
                .toList();

        var trial = Trial.of(asked, new ResponsibilityCatalogue(8, tried), Map.of(IN_FORCE, catalogue(before)));

        var moved = asked.stream()
                .filter(group -> !String.valueOf(lead(catalogue(before), group))
                        .equals(String.valueOf(lead(catalogue(tried), group))))
                .map(AskedGroup::key);
        assertThat(trial.moves().keySet()).containsExactlyInAnyOrderElementsOf(moved.toList());
    }

    @Provide
    Arbitrary<List<Responsibility>> rules() {
        return Combinators.combine(
                        Arbitraries.of("", "GS", "GS02"),
                        Arbitraries.of("", "370828", "370828101", "370828101001", "370828101001002"),
                        Arbitraries.of("water", "roads", Responsibility.TOWNSHIP))
                .as(TrialTest::rule)
                .list()
                .ofMaxSize(6);
    }

    private static @Nullable String lead(ResponsibilityCatalogue catalogue, AskedGroup group) {
        var matter = new Matter(group.categoryCode(), group.gridCode(), group.urgency(), false);
        return catalogue.decide(matter) instanceof Decision.OneRule one ? one.lead() : null;
    }

    private static AskedGroup asked(String category, String grid, long orders) {
        return new AskedGroup(category, new GridCode(grid), Urgency.NORMAL, IN_FORCE, orders);
    }

    private static ResponsibilityCatalogue catalogue(Responsibility... rules) {
        return catalogue(List.of(rules));
    }

    private static ResponsibilityCatalogue catalogue(List<Responsibility> rules) {
        return new ResponsibilityCatalogue(IN_FORCE, rules);
    }

    private static Responsibility rule(String category, String division, String lead) {
        return new Responsibility(UUID.randomUUID(), 2, category, division, lead, List.of(), "第1条", null, null, null);
    }
}
