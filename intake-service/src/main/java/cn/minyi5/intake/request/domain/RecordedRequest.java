package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is stored; its components are the columns of the table, by their names.
 *
 * @param position among the requests of its visit, from 1
 * @param text without phone and identity numbers; likewise {@code resolutionNote}
 */
@Embeddable
public record RecordedRequest(
        UUID visitId,
        int position,
        GridCode gridCode,
        String teamCode,
        String categoryCode,
        Urgency urgency,
        String text,
        Outcome outcome,
        @Nullable String resolutionNote,
        Instant visitedAt,
        boolean imported) {}
