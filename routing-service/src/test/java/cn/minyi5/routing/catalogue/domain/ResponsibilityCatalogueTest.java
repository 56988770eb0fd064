package cn.minyi5.routing.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResponsibilityScope;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ResponsibilityCatalogueTest {

    private static final GridCode GRID = new GridCode("370828101001001");

    @Test
    void theLongestCategoryPrefixWins() {
        var catalogue = catalogue(rule("GS", "370828101", "water"), rule("GS02", "37", "pipes"));

        assertThat(catalogue.decide(matter("GS02")))
                .isInstanceOfSatisfying(
                        Decision.OneRule.class, one -> assertThat(one.lead()).isEqualTo("pipes"));
    }

    @Test
    void amongEqualCategoriesTheLongestDivisionWins() {
        var catalogue = catalogue(
                rule("GS02", "", "anywhere"), rule("GS02", "370828", "county"), rule("GS02", "370828101", "town"));

        assertThat(catalogue.decide(matter("GS02")))
                .isInstanceOfSatisfying(
                        Decision.OneRule.class, one -> assertThat(one.lead()).isEqualTo("town"));
    }

    @Test
    void aRuleOfAnotherPlaceOrCategorySaysNothing() {
        var catalogue = catalogue(rule("GS02", "370828102", "elsewhere"), rule("GS03", "370828", "other"));

        assertThat(catalogue.decide(matter("GS02"))).isEqualTo(new Decision.NoRule());
    }

    @Test
    void twoEqualRulesDecideNothing() {
        var one = rule("GS02", "370828", "water");
        var other = rule("GS02", "370828", "pipes");

        assertThat(catalogue(rule("GS", "370828101", "never"), one, other).decide(matter("GS02")))
                .isEqualTo(new Decision.EqualRules(List.of(one, other)));
        assertThat(catalogue(one, other).equalRules()).containsExactly(List.of(one, other));
    }

    @Test
    void theTownshipIsTheGridsOwn() {
        var rule = new Responsibility(
                UUID.randomUUID(),
                2,
                "ZR01",
                "370828",
                Responsibility.TOWNSHIP,
                List.of("police", Responsibility.TOWNSHIP, "police"),
                "第37条",
                null,
                null,
                null);

        assertThat(catalogue(rule).decide(matter("ZR01")))
                .isEqualTo(new Decision.OneRule(7, rule, "370828101", List.of("police")));
    }

    @Test
    void aRuleNeedsAReadableScopeALeadAndAClause() {
        assertThatThrownBy(() -> rule("gs02", "", "water")).hasMessage("rule.category-malformed");
        assertThatThrownBy(() -> rule("", "3708281", "water"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("division_prefix"));
        assertThatThrownBy(() -> rule("GS", "37", " ")).hasMessage("rule.lead-missing");
        assertThatThrownBy(() -> conditional("", "", "water", "", null, null)).hasMessage("rule.clause-missing");
    }

    @Property
    void theWinnerIsTheHeaviestOfAllRulesThatMatch(@ForAll("rules") List<Responsibility> rules) {
        var heaviest = rules.stream()
                .filter(rule -> "GS02".startsWith(rule.categoryPrefix()))
                .filter(rule -> GRID.value().startsWith(rule.divisionPrefix()))
                .max(Comparator.comparing(
                                (Responsibility rule) -> rule.categoryPrefix().length())
                        .thenComparing(rule -> rule.divisionPrefix().length()))
                .map(ResponsibilityCatalogueTest::scope);
        var winners = rules.stream()
                .filter(rule -> heaviest.filter(scope(rule)::equals).isPresent())
                .toList();

        var decision = new ResponsibilityCatalogue(7, rules).decide(matter("GS02"));

        switch (winners.size()) {
            case 0 -> assertThat(decision).isEqualTo(new Decision.NoRule());
            case 1 -> assertThat(decision).isEqualTo(Decision.OneRule.of(7, winners.get(0), GRID));
            default -> assertThat(decision).isEqualTo(new Decision.EqualRules(winners));
        }
    }

    @Provide
    Arbitrary<List<Responsibility>> rules() {
        return Combinators.combine(
                        Arbitraries.of("", "G", "GS", "GS0", "GS02", "GS03", "HJ"),
                        Arbitraries.of("", "37", "3708", "370828", "370828101", "370828102", "370828101001001"),
                        Arbitraries.of("water", "pipes", "roads"))
                .as(ResponsibilityCatalogueTest::rule)
                .list()
                .ofMaxSize(12);
    }

    private static List<String> scope(Responsibility rule) {
        return List.of(rule.categoryPrefix(), rule.divisionPrefix());
    }

    private static ResponsibilityCatalogue catalogue(Responsibility... rules) {
        return new ResponsibilityCatalogue(7, List.of(rules));
    }

    private static Responsibility rule(String category, String division, String lead) {
        return conditional(category, division, lead, "第1条", null, null);
    }

    private static Responsibility conditional(
            String category, String division, String lead, String clause, Urgency urgency, Boolean confidential) {
        return new Responsibility(
                UUID.randomUUID(), 2, category, division, lead, List.of(), clause, urgency, confidential, null);
    }

    private static Matter matter(String category) {
        return new Matter(category, GRID, Urgency.NORMAL, false);
    }

    @Property
    void whetherOneRuleWinsTheImportFindsOutTheSameWay(
            @ForAll @Size(max = 6) List<@From("scopes") ResponsibilityScope> scopes, @ForAll Urgency urgency) {
        var grid = new GridCode("370828101203001");
        var rules = scopes.stream()
                .map(scope -> conditional(
                        scope.categoryPrefix(),
                        scope.divisionPrefix(),
                        "JX01",
                        "第1条",
                        scope.urgency(),
                        scope.confidential()))
                .toList();

        assertThat(ResponsibilityScope.oneWins(scopes, "GS02", grid, urgency))
                .isEqualTo(
                        new ResponsibilityCatalogue(1, rules).decide(new Matter("GS02", grid, urgency, false))
                                instanceof ResponsibilityCatalogue.Decision.OneRule);
    }

    @Provide
    Arbitrary<ResponsibilityScope> scopes() {
        return Combinators.combine(
                        Arbitraries.of("", "GS", "GS02", "GS03"),
                        Arbitraries.of("", "370828", "370828101", "370829", "370828101203"),
                        Arbitraries.of(Urgency.class).injectNull(0.5),
                        Arbitraries.of(true, false).injectNull(0.6))
                .as(ResponsibilityScope::new);
    }

    @Test
    void ofOneScopeTheRuleWithMoreConditionsWins() {
        var catalogue = catalogue(
                rule("GS02", "370828", "water"),
                conditional("GS02", "370828", "rescue", "第2条", Urgency.URGENT, null),
                conditional("GS02", "", "never", "第3条", Urgency.URGENT, false));

        assertThat(lead(catalogue, new Matter("GS02", GRID, Urgency.URGENT, false)))
                .isEqualTo("rescue");
        assertThat(lead(catalogue, matter("GS02"))).isEqualTo("water");
    }

    @Test
    void onlyARuleThatSaysSoSpeaksForComplaintsAboutOfficials() {
        var complaint = new Matter("ZX02", GRID, Urgency.NORMAL, true);
        var open = rule("ZX02", "370828", "township");
        var office = conditional("", "", "office", "第1条", null, true);

        assertThat(catalogue(open).decide(complaint)).isEqualTo(new Decision.NoRule());
        assertThat(lead(catalogue(open, office), complaint)).isEqualTo("office");
        assertThat(lead(catalogue(open, office), matter("ZX02"))).isEqualTo("township");
        assertThatThrownBy(() -> conditional("", "", Responsibility.TOWNSHIP, "第1条", null, true))
                .hasMessage("rule.confidential-shared");
    }

    @Test
    void rulesOfOneScopeAreEqualOnlyWhereTheirConditionsCanMeet() {
        var urgent = conditional("GS02", "370828", "rescue", "第1条", Urgency.URGENT, null);
        var normal = conditional("GS02", "370828", "water", "第2条", Urgency.NORMAL, null);
        var open = conditional("GS02", "370828", "desk", "第3条", null, false);
        var urgentAndOpen = conditional("GS02", "370828", "both", "第4条", Urgency.URGENT, false);

        assertThat(catalogue(urgent, normal, rule("GS02", "370828", "any")).equalRules())
                .isEmpty();
        assertThat(catalogue(urgent, open).equalRules()).containsExactly(List.of(urgent, open));
        assertThat(catalogue(urgent, open, urgentAndOpen).equalRules())
                .as("where they meet a third one is weightier")
                .isEmpty();
    }

    private static String lead(ResponsibilityCatalogue catalogue, Matter matter) {
        return ((Decision.OneRule) catalogue.decide(matter)).lead();
    }
}
