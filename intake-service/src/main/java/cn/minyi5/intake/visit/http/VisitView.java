package cn.minyi5.intake.visit.http;

import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.visit.application.VisitOverview;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A visit with its requests. */
record VisitView(
        UUID visitId,
        String gridCode,
        String teamCode,
        VisitForm form,
        OffsetDateTime startedAt,
        OffsetDateTime recordedAt,
        boolean imported,
        List<VisitOverview.Item> requests) {

    static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    static VisitView of(VisitOverview visit) {
        return new VisitView(
                visit.id(),
                visit.grid().value(),
                visit.teamCode(),
                visit.form(),
                visit.startedAt().atOffset(SHANGHAI),
                visit.recordedAt().atOffset(SHANGHAI),
                visit.imported(),
                visit.requests());
    }
}
