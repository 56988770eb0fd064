package cn.minyi5.routing.suggestion.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionPolicyTest {

    private static final SuggestionPolicy POLICY = new SuggestionPolicy(new DivisionCode("370828"), 4, "ZX01", 0.9);

    @Test
    void aSuggestionDecidesFromTheConfidenceOnThatThePolicyNames() {
        assertThat(POLICY.decide(7, suggested(0.9))).hasValueSatisfying(decided -> {
            assertThat(decided.department()).isEqualTo("JX23");
            assertThat(decided.words()).contains("第4号", "ZX01", "第7版", "0.90", "低保、救助");
        });
    }

    @Test
    void belowThatAPersonDecidesHoweverLittleIsMissing() {
        assertThat(POLICY.decide(7, suggested(Math.nextDown(0.9)))).isEmpty();
        assertThat(POLICY.decide(7, List.of())).isEmpty();
    }

    @Test
    void aConfidenceIsNeverToldAsMoreThanItWas() {
        var policy = new SuggestionPolicy(new DivisionCode("370828"), 4, "ZX01", 0.5);

        assertThat(policy.decide(7, suggested(0.899)))
                .hasValueSatisfying(decided -> assertThat(decided.words()).contains("置信度0.89"));
    }

    @Test
    void itIsForItsCategoryAndItsCountyAlone() {
        assertThat(POLICY.isAbout(new GridCode("370828101001001"), "ZX01")).isTrue();
        assertThat(POLICY.isAbout(new GridCode("370828101001001"), "ZX03")).isFalse();
        assertThat(POLICY.isAbout(new GridCode("370829101001001"), "ZX01")).isFalse();
    }

    @Test
    void noPolicyLetsDecideWhatIsAsProbableAsSomethingElse() {
        assertThatThrownBy(() -> new SuggestionPolicy(new DivisionCode("370828"), 1, "ZX01", 0.49))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new SuggestionPolicy(new DivisionCode("370828"), 1, "ZX01", Double.NaN))
                .isInstanceOf(Refusal.class);
    }

    private static List<Suggestion> suggested(double confidence) {
        return List.of(
                new Suggestion("JX23", confidence, List.of("低保", "救助")),
                new Suggestion("JX19", 1 - confidence, List.of()));
    }
}
