package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.ResultCode;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 答复. What the department says came of it.
 *
 * @param text for the citizen, at most {@value #LONGEST_TEXT} characters
 * @param contactLog how and when the citizen was spoken to, at most {@value #LONGEST_TEXT} characters; sealed as it is kept
 */
@Embeddable
public record Reply(ResultCode resultCode, String text, String contactLog, Instant at, @Nullable Instant acceptedAt) {

    public static final int LONGEST_TEXT = 4000;

    /** A reply that the desk has yet to look at. */
    public static Reply of(ResultCode resultCode, @Nullable String text, @Nullable String contactLog, Instant at) {
        return new Reply(
                resultCode,
                Words.require(text, "text", LONGEST_TEXT),
                Words.require(contactLog, "contactLog", LONGEST_TEXT),
                at,
                null);
    }

    /** As it is kept. */
    Reply said(Deed deed) {
        return new Reply(resultCode, deed.said(text), deed.discretion().sealed(deed.said(contactLog)), at, acceptedAt);
    }

    Reply accepted(Instant moment) {
        return new Reply(resultCode, text, contactLog, at, moment);
    }
}
