package cn.minyi5.intake.withdrawal.domain;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.FreeText;
import cn.minyi5.intake.request.domain.TrackedRequest;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * 撤回. That the citizen does not want it any longer, and said so to the secretary who took it (DOMAIN §4).
 *
 * @param consent how they said so, such as 本人当面口头同意; kept without what leads to them
 * @param reason why, likewise; the department reads it
 * @param consentedAt when they said so
 * @param recordedBy the subject of the token; {@code username} what they log in with
 */
@Embeddable
public record Withdrawal(
        String consent, String reason, Instant consentedAt, String recordedBy, String username, Instant recordedAt) {

    /** So far the watch of a phone may be wrong without anybody being refused for it. */
    private static final Duration WRONG_WATCH = Duration.ofMinutes(10);

    /**
     * What the secretary says of it.
     *
     * @param consent 1 to 200 characters, like {@code reason}
     * @param at null: just now
     */
    public record Said(String consent, String reason, @Nullable Instant at) {

        public static Said of(@Nullable String consent, @Nullable String reason, @Nullable Instant at) {
            return new Said(
                    FreeText.reason(consent, Refusal.invalid("withdrawal.consent-missing", "consent")),
                    FreeText.reason(reason, Refusal.invalid("withdrawal.reason-missing", "reason")),
                    at);
        }
    }

    /** Who records it. */
    public record Recorder(String id, String username) {}

    /**
     * @param struck words without what leads to the citizen
     * @throws Refusal unless it is open or merged, and the citizen said so between the visit and now
     */
    public static Withdrawal of(
            TrackedRequest request, Said said, UnaryOperator<String> struck, Recorder recorder, Instant now) {
        if (!request.mayBeWithdrawn()) {
            throw Refusal.conflict("withdrawal.nothing-open").with("state", request.state());
        }
        return new Withdrawal(
                struck.apply(said.consent()),
                struck.apply(said.reason()),
                consentedAt(
                        said.at() == null ? now : said.at(), request.request().visitedAt(), now),
                recorder.id(),
                recorder.username(),
                now);
    }

    private static Instant consentedAt(Instant told, Instant visitedAt, Instant now) {
        if (told.isAfter(now.plus(WRONG_WATCH))) {
            throw Refusal.invalid("withdrawal.time-in-future", "at").with("now", CountyTime.at(now));
        }
        if (told.isBefore(visitedAt)) {
            throw Refusal.invalid("withdrawal.before-the-visit", "at").with("visitedAt", CountyTime.at(visitedAt));
        }
        return told.isAfter(now) ? now : told;
    }
}
