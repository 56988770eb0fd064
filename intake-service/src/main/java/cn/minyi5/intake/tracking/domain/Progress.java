package cn.minyi5.intake.tracking.domain;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.intake.request.domain.RequestState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 办理进度. What anybody may see who has the code, which may be somebody who found the slip: no place, no person, no words
 * of anybody's, the department's answer among them (ADR 0024). Of a complaint about officials nothing but that it was
 * received, and that it is over (DOMAIN §7).
 *
 * @param receivedOn the day of the visit; null, like all that follows, of a complaint about officials
 * @param category its name
 * @param lastStepOn the day on which something was last done about it
 * @param result what the department says came of it, in a word; null until it has answered
 */
public record Progress(
        CitizenState state,
        @Nullable LocalDate receivedOn,
        @Nullable String category,
        @Nullable LocalDate lastStepOn,
        @Nullable ResultCode result) {

    public static Progress of(
            RequestState state,
            Instant receivedAt,
            @Nullable String category,
            Instant lastStepAt,
            @Nullable ResultCode result) {
        return new Progress(CitizenState.of(state), day(receivedAt), category, day(lastStepAt), result);
    }

    public static Progress ofComplaintAboutOfficials(RequestState state) {
        return new Progress(CitizenState.discreetly(state), null, null, null, null);
    }

    private static LocalDate day(Instant moment) {
        return CountyTime.at(moment).toLocalDate();
    }
}
