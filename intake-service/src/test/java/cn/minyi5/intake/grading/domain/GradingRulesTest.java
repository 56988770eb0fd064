package cn.minyi5.intake.grading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.Refused;
import cn.minyi5.intake.grading.domain.GradingRules.Proposal;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradingRulesTest {

    private static final GradingRules RULES = new GradingRules(List.of(
            new GradingRule(1, "GS", List.of("停水"), Urgency.NORMAL, null, "停水按普通件"),
            new GradingRule(2, "", List.of("漏电", "触电"), Urgency.URGENT, null, "触电风险"),
            new GradingRule(3, "RQ", List.of(), Urgency.URGENT, null, "燃气一律从急"),
            new GradingRule(4, "", List.of("水管", "水表"), null, "GS02", "说的是供水"),
            new GradingRule(5, "", List.of("电线", "水管", "漏电"), null, "DL01", "说的是用电")));

    @Test
    void theMostUrgentRuleWinsAndItsReasonIsGiven() {
        assertThat(RULES.propose("GS01", "停水，电线漏电")).isEqualTo(new Proposal(Urgency.URGENT, "DL01", "触电风险；说的是用电"));
    }

    @Test
    void aRuleIsForTheCategoriesOfItsPrefix() {
        assertThat(RULES.propose("RQ01", "没有通气")).isEqualTo(new Proposal(Urgency.URGENT, null, "燃气一律从急"));
        assertThat(RULES.propose("PA01", "家里停水")).isEqualTo(new Proposal(null, null, null));
        assertThat(RULES.propose(null, "没有通气")).isEqualTo(new Proposal(null, null, null));
    }

    @Test
    void ofCategoriesTheOneOfWhichMostIsSaidIsProposedAndOfEqualsTheLowerRule() {
        assertThat(RULES.propose(null, "水管坏了").category()).isEqualTo("GS02");
        assertThat(RULES.propose(null, "水管边的电线断了").category()).isEqualTo("DL01");
    }

    @Test
    void whoChoseTheCategoryOfTheRulesIsNotAskedAboutIt() {
        assertThat(RULES.propose("GS02", "水管坏了")).isEqualTo(new Proposal(null, null, null));
    }

    @Test
    void theSecretarysWordWins() {
        var urgent = RULES.propose("RQ01", "没有通气");

        assertThat(urgent.urgencyUnless(Urgency.NORMAL)).isEqualTo(Urgency.NORMAL);
        assertThat(urgent.urgencyUnless(null)).isEqualTo(Urgency.URGENT);
        assertThat(RULES.propose("PA01", "无").urgencyUnless(Urgency.URGENT)).isEqualTo(Urgency.URGENT);
        assertThat(RULES.propose("PA01", "无").urgencyUnless(null)).isEqualTo(Urgency.NORMAL);
    }

    @Test
    void aRuleForEverythingIsNone() {
        Refused.with(
                "grading.rule-for-everything",
                "words",
                () -> new GradingRule(1, "", List.of(), Urgency.URGENT, null, "一律从急"));
    }

    @Test
    void aRuleIsForOneThing() {
        Refused.with(
                "grading.rule-for-one-thing",
                "urgency",
                () -> new GradingRule(1, "GS", List.of(), Urgency.URGENT, "GS02", "两样"));
        Refused.with(
                "grading.rule-for-one-thing", "urgency", () -> new GradingRule(1, "GS", List.of(), null, null, "没有"));
    }
}
