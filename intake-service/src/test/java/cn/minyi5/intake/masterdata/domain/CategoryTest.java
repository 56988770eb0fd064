package cn.minyi5.intake.masterdata.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.intake.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryTest {

    @Test
    void twoLettersAndTwoDigitsNameACategory() {
        assertThat(category("GS02", 3).code()).isEqualTo("GS02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GS2", "gs02", "GS022", "0202", "GS 2", ""})
    void anythingElseDoesNot(String code) {
        Refused.with("category.code-malformed", "code", () -> category(code, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 366})
    void daysOutOfRangeAreRefused(int days) {
        Refused.with("category.days-out-of-range", "resolve_working_days", () -> category("GS02", days));
    }

    private static Category category(String code, int days) {
        return new Category(code, "370828", "供水供气", "农村饮水、水管破损", Category.Likelihood.L, days, Category.Demands.NOTHING);
    }
}
