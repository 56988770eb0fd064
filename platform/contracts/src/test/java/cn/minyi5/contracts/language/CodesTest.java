package cn.minyi5.contracts.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @Property
    void aGridLiesInEveryPrefixOfItsCodeThatNamesAPlace(@ForAll @NumericChars @StringLength(15) String digits) {
        var grid = new GridCode(digits);
        for (var length : new int[] {2, 4, 6, 9, 12, 15}) {
            assertThat(new DivisionCode(digits.substring(0, length)).contains(grid.division()))
                    .isTrue();
        }
        assertThat(grid.township()).isEqualTo(new DivisionCode(digits.substring(0, 9)));
    }

    @Test
    void aTownshipDoesNotLieInItsNeighbour() {
        assertThat(new DivisionCode("370828101").contains(new DivisionCode("370828102")))
                .isFalse();
        assertThat(new DivisionCode("370828101").contains(new DivisionCode("370828")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "370828x", "37082", "3708281010010011", "３７０８２８"})
    void whatIsNoDivisionCodeIsRefusedWithTheValue(String value) {
        assertThatThrownBy(() -> new DivisionCode(value)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("division.code-malformed");
            assertThat(refusal.details()).containsEntry("value", value);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"370828101001", "37082810100100a", "3708281010010011"})
    void aGridCodeHasFifteenDigits(String value) {
        assertThatThrownBy(() -> new GridCode(value)).hasMessage("grid.code-malformed");
    }
}
