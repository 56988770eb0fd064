package cn.minyi5.intake.visit.http;

import cn.minyi5.contracts.language.Refusal;
import org.jspecify.annotations.Nullable;

/** A field that must be there. */
final class Required {

    private Required() {}

    /** @throws Refusal {@code input.missing} */
    static <T> T of(@Nullable T value, String field) {
        if (value == null) {
            throw Refusal.invalid("input.missing", field);
        }
        return value;
    }
}
