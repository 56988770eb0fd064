package cn.minyi5.notification.document.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void theDateBeginsTwoCharactersToTheRightOfALongOffice() {
        var signature = Signature.of("县委县政府督查工作办公室", "2021年10月8日");

        assertThat(signature.rightOfOffice()).isEqualTo(2);
        assertThat(left(signature.rightOfDate(), "2021年10月8日") - left(2, "县委县政府督查工作办公室"))
                .isEqualTo(2);
    }

    @Test
    void aShortOfficeMovesToTheLeftOfADateThatEndsTwoCharactersFromTheRight() {
        var signature = Signature.of("县督查室", "2021年10月8日");

        assertThat(signature.rightOfDate()).isEqualTo(2);
        assertThat(left(2, "2021年10月8日") - left(signature.rightOfOffice(), "县督查室"))
                .isEqualTo(2);
    }

    private static double left(double right, String text) {
        return 28 - right - Signature.width(text);
    }
}
