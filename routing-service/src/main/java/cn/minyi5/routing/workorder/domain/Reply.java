package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 答复. What the department says came of it.
 *
 * @param text for the citizen, at most {@value #LONGEST_TEXT} characters
 * @param contactLog how and when the citizen was spoken to, at most {@value #LONGEST_TEXT} characters; sealed as it is kept
 * @param onSpotCheck 现场核验: how it was checked on the spot, likewise; null where nobody asks for it
 */
@Embeddable
public record Reply(
        ResultCode resultCode,
        String text,
        String contactLog,
        @Nullable String onSpotCheck,
        Instant at,
        @Nullable Instant acceptedAt) {

    public static final int LONGEST_TEXT = 4000;

    /**
     * As somebody writes it.
     *
     * @param onSpotCheck null or empty where there was none
     */
    public record Draft(
            ResultCode resultCode, @Nullable String text, @Nullable String contactLog, @Nullable String onSpotCheck) {

        /** For the desk to look at. */
        public Reply at(Instant moment) {
            return new Reply(
                    resultCode,
                    Words.require(text, "text", LONGEST_TEXT),
                    Words.require(contactLog, "contactLog", LONGEST_TEXT),
                    isCheckedOnSpot() ? Words.require(onSpotCheck, "onSpotCheck", LONGEST_TEXT) : null,
                    moment,
                    null);
        }

        /** @throws Refusal {@code work-order.on-spot-check-missing} unless it says how that was done */
        public void requireCheckedOnSpot() {
            if (!isCheckedOnSpot()) {
                throw Refusal.invalid("work-order.on-spot-check-missing", "onSpotCheck");
            }
        }

        private boolean isCheckedOnSpot() {
            return onSpotCheck != null && !onSpotCheck.isBlank();
        }
    }

    public static Reply of(ResultCode resultCode, @Nullable String text, @Nullable String contactLog, Instant at) {
        return new Draft(resultCode, text, contactLog, null).at(at);
    }

    /** As it is kept. */
    Reply said(Deed deed) {
        return new Reply(
                resultCode,
                deed.said(text),
                deed.discretion().sealed(deed.said(contactLog)),
                onSpotCheck == null ? null : deed.said(onSpotCheck),
                at,
                acceptedAt);
    }

    Reply accepted(Instant moment) {
        return new Reply(resultCode, text, contactLog, onSpotCheck, at, moment);
    }
}
