package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 延期. More time to resolve a matter: asked for, until the desk has ruled on it, and granted last. One at a time is asked
 * for; days are of Asia/Shanghai.
 *
 * @param asked until when; null while nothing is asked for
 * @param granted null if nothing was ever granted
 */
@Embeddable
public record Extension(@Nullable LocalDate asked, @Nullable String reason, @Nullable LocalDate granted) {

    static final Extension NONE = new Extension(null, null, null);

    boolean mayBeAsked(LocalDate today) {
        return asked == null && (granted == null || !today.isAfter(granted));
    }

    Extension asked(LocalDate until, String because, LocalDate today) {
        if (asked != null) {
            throw Refusal.conflict("work-order.extension-asked").with("until", asked.toString());
        }
        if (granted != null && today.isAfter(granted)) {
            throw Refusal.conflict("work-order.extension-too-late").with("granted", granted.toString());
        }
        Words.dayAhead(until, "until", granted == null ? today : granted);
        return new Extension(until, because, granted);
    }

    /** What was granted before stays. */
    Extension ruled() {
        return new Extension(null, null, granted);
    }
}
