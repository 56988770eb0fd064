package cn.minyi5.intake.visit.application;

import cn.minyi5.intake.request.application.SealedRequest;
import cn.minyi5.intake.visit.domain.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit ready to be kept.
 *
 * @param recordedBy the id of who submitted it; absent for history
 * @param fingerprint keyed, over all that was submitted
 */
public record RecordedVisit(
        Visit visit, String teamCode, @Nullable String recordedBy, String fingerprint, List<SealedRequest> requests) {

    public boolean imported() {
        return recordedBy == null;
    }
}
