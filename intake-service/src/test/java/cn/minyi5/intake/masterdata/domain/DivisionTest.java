package cn.minyi5.intake.masterdata.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.Refused;
import cn.minyi5.intake.masterdata.domain.Division.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionTest {

    @ParameterizedTest
    @CsvSource({
        "37, , PROVINCE",
        "3708, 37, CITY",
        "370828, 3708, COUNTY",
        "370828101, 370828, TOWNSHIP",
        "370828101001, 370828101, COMMUNITY",
        "370828101201, 370828101, VILLAGE"
    })
    void aPlaceHasACodeOfItsLevelThatBeginsWithItsParents(String code, @Nullable String parent, Level level) {
        assertThat(division(code, parent, level).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"370828, 3708, TOWNSHIP", "370828101, 370828, VILLAGE", "37, , CITY"})
    void aCodeOfAnotherLevelsLengthIsRefused(String code, @Nullable String parent, Level level) {
        Refused.with("division.level-wrong", "level", () -> division(code, parent, level));
    }

    @ParameterizedTest
    @CsvSource({"370828, 3709, COUNTY", "370828, 370828, COUNTY", "3708, 370828, CITY", "370828101, , TOWNSHIP"})
    void aParentThatIsNotAboveIsRefused(String code, @Nullable String parent, Level level) {
        Refused.with("division.parent-wrong", "parent_code", () -> division(code, parent, level));
    }

    @Test
    void onlyAProvinceHasNoParent() {
        assertThat(division("37", null, Level.PROVINCE).parent()).isNull();
    }

    private static Division division(String code, @Nullable String parent, Level level) {
        return new Division(new DivisionCode(code), "某地", parent == null ? null : new DivisionCode(parent), level);
    }
}
