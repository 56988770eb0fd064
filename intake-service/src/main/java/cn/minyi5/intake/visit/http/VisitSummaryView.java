package cn.minyi5.intake.visit.http;

import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.visit.application.ListTeamVisits;
import cn.minyi5.intake.visit.application.VisitSummary;
import cn.minyi5.web.Page;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A visit in a list. */
record VisitSummaryView(
        UUID visitId, String gridCode, VisitForm form, OffsetDateTime startedAt, int resolvedOnSpot, int forwarded) {

    static Page<VisitSummaryView> page(ListTeamVisits.Listed listed, int limit) {
        var items = listed.visits().stream().map(VisitSummaryView::of).toList();
        var next = items.size() < limit
                ? null
                : items.get(items.size() - 1).visitId().toString();
        return new Page<>(items, next, listed.total());
    }

    private static VisitSummaryView of(VisitSummary visit) {
        return new VisitSummaryView(
                visit.id(),
                visit.grid().value(),
                visit.form(),
                visit.startedAt().atOffset(VisitView.SHANGHAI),
                visit.resolvedOnSpot(),
                visit.forwarded());
    }
}
