package cn.minyi5.intake.visit.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.VisitForm;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it is stored; its components are the columns of the table, by their names.
 *
 * @param recordedAt null until it is stored: the moment is the database's
 * @param recordedBy the id of who submitted it; null for history
 * @param fingerprint keyed, over all that was submitted
 * @param checkInLatitude with longitude and accuracy (in metres) where a phone said where it began
 */
@Embeddable
public record RecordedVisit(
        GridCode gridCode,
        String teamCode,
        VisitForm form,
        Instant startedAt,
        @Nullable Instant recordedAt,
        @Nullable String recordedBy,
        boolean imported,
        String fingerprint,
        @Nullable Double checkInLatitude,
        @Nullable Double checkInLongitude,
        @Nullable Double checkInAccuracy) {

    /** Where it began, if a phone said so. */
    public @Nullable CheckIn checkIn() {
        return checkInLatitude == null || checkInLongitude == null || checkInAccuracy == null
                ? null
                : new CheckIn(checkInLatitude, checkInLongitude, checkInAccuracy);
    }
}
