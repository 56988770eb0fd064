package cn.minyi5.web.sheet;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.minyi5.contracts.language.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says with which code, and about which field, something is refused. */
final class Refused {

    private Refused() {}

    static void with(String code, String field, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .matches(refusal -> refusal.code().equals(code), "has the code " + code)
                .matches(refusal -> field.equals(refusal.field()), "is about " + field);
    }
}
