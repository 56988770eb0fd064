package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 外转. What another platform, such as the city's 12345, calls an order that it was given. */
@Embeddable
public record Forwarding(String externalNumber, Instant at) {

    /** In characters. */
    public static final int LONGEST_NUMBER = 64;

    static Forwarding as(@Nullable String externalNumber, Instant at) {
        var number =
                Words.require(externalNumber, "externalNumber", LONGEST_NUMBER).strip();
        if (!number.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw Refusal.invalid("external-order.number-malformed", "externalNumber");
        }
        return new Forwarding(number, at);
    }
}
