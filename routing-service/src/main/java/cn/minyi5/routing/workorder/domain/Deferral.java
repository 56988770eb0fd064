package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 暂缓. What keeps a department from answering in time, as far as it has said so since its dispatch: more time, the
 * citizen, or circumstances.
 *
 * @param waits how often the department has waited for the citizen
 * @param waitingSince null while it does not wait
 * @param suspension proposed or granted; null when there is none
 */
@Embeddable
public record Deferral(
        @Nullable Extension extension, int waits, @Nullable Instant waitingSince, @Nullable Suspension suspension) {

    static final Deferral NONE = new Deferral(null, 0, null, null);

    private static final int MOST_WAITS = 2;

    /** 等待群众: nobody but the citizen can act. */
    boolean isWaiting() {
        return waitingSince != null;
    }

    Deferral asking(LocalDate until, String reason, LocalDate today) {
        var before = extension == null ? Extension.NONE : extension;
        return new Deferral(before.asked(until, reason, today), waits, waitingSince, suspension);
    }

    boolean mayAskForMoreTime(LocalDate today) {
        return extension == null || extension.mayBeAsked(today);
    }

    boolean isAskingForMoreTime() {
        return extension != null && extension.asked() != null;
    }

    /** The date that was asked for; refused where none was. */
    LocalDate asked() {
        if (extension == null || extension.asked() == null) {
            throw Refusal.conflict("work-order.no-extension-asked");
        }
        return extension.asked();
    }

    Deferral ruledOnExtension(boolean granted) {
        var ruled = granted ? new Extension(null, null, asked()) : granted();
        return new Deferral(ruled, waits, waitingSince, suspension);
    }

    Deferral waiting(Instant since) {
        if (isWaiting()) {
            throw Refusal.conflict("work-order.waiting-already");
        }
        if (waits >= MOST_WAITS) {
            throw Refusal.conflict("work-order.waited-enough").with("most", MOST_WAITS);
        }
        return new Deferral(extension, waits + 1, since, suspension);
    }

    boolean mayWait() {
        return !isWaiting() && waits < MOST_WAITS;
    }

    Deferral waitingNoMore() {
        if (!isWaiting()) {
            throw Refusal.conflict("work-order.not-waiting");
        }
        return new Deferral(extension, waits, null, suspension);
    }

    Deferral proposing(Suspension proposed) {
        if (suspension != null) {
            throw Refusal.conflict("work-order.suspension-proposed");
        }
        return new Deferral(extension, waits, waitingSince, proposed);
    }

    /** What was proposed; refused where nothing was. */
    Suspension proposed() {
        if (suspension == null) {
            throw Refusal.conflict("work-order.no-suspension-proposed");
        }
        return suspension;
    }

    Deferral proposalDenied() {
        return new Deferral(extension, waits, waitingSince, null);
    }

    Deferral suspended(Instant since) {
        return new Deferral(granted(), waits, null, proposed().since(since));
    }

    /** What stays of it once the department has the order no longer: what was asked for and not answered does not. */
    Deferral left() {
        return new Deferral(granted(), waits, null, null);
    }

    private @Nullable Extension granted() {
        return extension == null || extension.granted() == null ? null : extension.ruled();
    }
}
