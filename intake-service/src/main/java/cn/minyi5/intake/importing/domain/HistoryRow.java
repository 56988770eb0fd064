package cn.minyi5.intake.importing.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.CitizenRequest.OnSpotResolution;
import cn.minyi5.intake.request.domain.Contact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request of the past, as a row of a file tells it; rows with the same {@code visitRef} are one visit.
 *
 * @param visitRef names the visit within its source
 * @param requestRef names the request within its source
 * @param order of a forwarded request; absent for one settled on the spot
 */
public record HistoryRow(
        String visitRef,
        String requestRef,
        GridCode grid,
        Instant visitedAt,
        VisitForm form,
        String categoryCode,
        String text,
        @Nullable Contact contact,
        @Nullable OnSpotResolution resolution,
        @Nullable PastOrder order) {

    public HistoryRow {
        if ((resolution == null) == (order == null)) {
            throw Refusal.invalid("history.outcome-contradicts", "outcome");
        }
        if (order != null) {
            order.life().refuseBefore(visitedAt);
        }
    }

    /** With one more step of what became of it. */
    public HistoryRow then(LaterStep step) {
        if (order == null) {
            throw Refusal.invalid("history.outcome-contradicts", "step");
        }
        return new HistoryRow(
                visitRef, requestRef, grid, visitedAt, form, categoryCode, text, contact, resolution, order.then(step));
    }

    /** Complaints about officials are the supervision office's alone, and no rule is needed for them (DOMAIN §7). */
    public boolean confidential() {
        return categoryCode.equals(CitizenRequest.ABOUT_OFFICIALS);
    }

    public void refuseUnlessSameVisitAs(HistoryRow first) {
        if (!grid.equals(first.grid) || !visitedAt.equals(first.visitedAt) || form != first.form) {
            throw Refusal.contradiction("visit.differs", "visit_ref");
        }
    }

    public CitizenRequest toRequest(UUID id) {
        return CitizenRequest.of(id, categoryCode, text, contact, resolution);
    }
}
