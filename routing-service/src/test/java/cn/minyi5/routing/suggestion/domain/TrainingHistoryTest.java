package cn.minyi5.routing.suggestion.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.GridCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingHistoryTest {

    private static final GridCode GRID = new GridCode("370828101001001");

    @Test
    void theLatestTenthIsHeldOut() {
        var history = TrainingHistory.of(IntStream.range(0, 25)
                .mapToObj(n -> order("第" + n + "件", "GS02", "JX03"))
                .toList());

        assertThat(history.earlier().orders()).hasSize(23);
        assertThat(history.later()).extracting(AnsweredOrder::text).containsExactly("第23件", "第24件");
    }

    @Test
    void ofATextThatCameTwiceTheLaterDecisionIsLearnt() {
        var history = TrainingHistory.of(
                List.of(order("路灯坏了。", "SZ02", "JX02"), order("水管裂了", "GS02", "JX03"), order("路灯，坏了", "SZ02", "JX04")));

        assertThat(history.orders()).extracting(AnsweredOrder::lead).containsExactly("JX03", "JX04");
    }

    @Test
    void thereMustBeEnoughOfItAndSomethingToTellApart() {
        var alike = TrainingHistory.of(List.of(order("一", "GS02", "JX03"), order("二", "GS02", "JX03")));
        var different = TrainingHistory.of(List.of(order("一", "GS02", "JX03"), order("二", "SZ02", "JX02")));

        assertThat(alike.isEnough(2)).isFalse();
        assertThat(different.isEnough(2)).isTrue();
        assertThat(different.isEnough(3)).isFalse();
    }

    @Test
    void aTownshipIsLearntAsTheTownshipOfTheGrid() {
        assertThat(order("一", "ZR01", "370828101").department()).isEqualTo("TOWNSHIP");
        assertThat(order("一", "ZR01", "370828102").department()).isEqualTo("370828102");
        assertThat(AnsweredOrder.departmentIn(new GridCode("370828103001001"), "TOWNSHIP"))
                .isEqualTo("370828103");
        assertThat(AnsweredOrder.departmentIn(GRID, "JX03")).isEqualTo("JX03");
    }

    @Test
    void figuresCountWhatWasFirstAmongThreeAndHowSureTheModelWas() {
        var figures = HeldOutFigures.of(List.of(
                judged("GS02", 0.96, "GS02", "GS01", "SZ03", "SZ01"),
                judged("GS01", 0.92, "GS02", "GS01", "SZ03", "SZ01"),
                judged("SZ01", 0.4, "GS02", "GS01", "SZ03", "SZ01")));

        assertThat(figures.orders()).isEqualTo(3);
        assertThat(figures.first()).isEqualTo(1);
        assertThat(figures.amongThree()).isEqualTo(2);
        assertThat(figures.sure()).containsExactly(2, 2, 2, 2, 1, 0);
        assertThat(figures.sureAndRight()).containsExactly(1, 1, 1, 1, 1, 0);
    }

    private static HeldOutFigures.Judged judged(String became, double confidence, String... suggested) {
        return new HeldOutFigures.Judged(
                became,
                List.of(suggested).stream()
                        .map(code -> new Suggestion(code, confidence, List.of()))
                        .toList());
    }

    private static AnsweredOrder order(String text, String category, String lead) {
        return new AnsweredOrder(text, category, GRID, lead);
    }
}
