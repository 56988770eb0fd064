package cn.minyi5.intake.request.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureReasonTest {

    @ParameterizedTest
    @ValueSource(strings = {"核实情况", " 约定上门维修时间 ", "call back about the repair"})
    void aReasonThatTellsSomethingIsTaken(String reason) {
        assertThat(DisclosureReason.checked(reason)).isEqualTo(reason.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "' ', disclosure.reason-missing",
        "工作, disclosure.reason-too-thin",
        "工作工作工作, disclosure.reason-too-thin",
        "……………………, disclosure.reason-too-thin",
        "13800005678, disclosure.reason-too-thin",
        "test, disclosure.reason-too-thin",
        "aaaaaaaaaaaaaaaa, disclosure.reason-too-thin",
        "asdf, disclosure.reason-too-thin"
    })
    void oneThatTellsNothingIsRefused(String reason, String code) {
        assertThatThrownBy(() -> DisclosureReason.checked(reason))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
