package cn.minyi5.county.history;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.PastStep;
import cn.minyi5.contracts.language.ResultCode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 工单. A forwarded request's life, Asia/Shanghai, in its order.
 *
 * @param number what it was called where it was kept before
 * @param externalNumber of the city's 12345 platform, through which all went
 * @param lead who had it first, by the catalogue
 */
record PastOrder(String number, String externalNumber, String lead, LocalDateTime forwardedAt, List<Event> life) {

    PastOrder {
        life = List.copyOf(life);
    }

    /**
     * @param department to which it went
     * @param words null where a template says them
     */
    record Event(
            PastStep step,
            LocalDateTime at,
            @Nullable String department,
            @Nullable String words,
            @Nullable ResultCode resultCode,
            @Nullable Answer solved,
            @Nullable Answer satisfied) {}

    LocalDateTime dispatchedAt() {
        return life.get(0).at();
    }

    /** The first of its kind. */
    Optional<Event> first(PastStep step) {
        return life.stream().filter(event -> event.step() == step).findFirst();
    }
}
