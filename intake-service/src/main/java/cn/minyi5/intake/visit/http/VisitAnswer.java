package cn.minyi5.intake.visit.http;

import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.visit.domain.Visit;
import java.util.List;
import java.util.UUID;

/** What the phone hears: kept, and what became of each request. Derived from the submission alone. */
record VisitAnswer(UUID visitId, String gridCode, List<Item> requests) {

    record Item(UUID requestId, Outcome outcome) {}

    static VisitAnswer of(Visit visit) {
        var items = visit.requests().stream()
                .map(request -> new Item(request.id(), request.outcome()))
                .toList();
        return new VisitAnswer(visit.id(), visit.grid().value(), items);
    }
}
