package cn.minyi5.contracts;

import cn.minyi5.contracts.language.VisitForm;
import java.time.OffsetDateTime;
import java.util.UUID;

/** 走访. What happens to a visit of one team in one grid. */
@Event.Topic("intake.visits")
public sealed interface VisitEvent extends Event {
    UUID visitId();

    @Override
    default String subject() {
        return visitId().toString();
    }

    /** A visit was accepted with all its requests; {@code imported} marks history brought along. */
    @Type("visit.recorded.v1")
    record Recorded(
            UUID visitId,
            String gridCode,
            String teamCode,
            VisitForm form,
            OffsetDateTime startedAt,
            int requests,
            int resolvedOnSpot,
            int forwarded,
            boolean imported)
            implements VisitEvent {}
}
