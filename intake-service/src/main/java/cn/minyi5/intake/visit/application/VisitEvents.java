package cn.minyi5.intake.visit.application;

import cn.minyi5.contracts.Event;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.VisitEvent;
import cn.minyi5.intake.request.application.SealedRequest;
import cn.minyi5.intake.request.domain.Outcome;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of a visit and its requests: nothing that leads to a person. */
public final class VisitEvents {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private VisitEvents() {}

    /** Of a visit that was just recorded: the visit first, then its requests in their order. */
    public static List<Event> of(RecordedVisit recorded) {
        var events = new ArrayList<Event>(recorded.requests().size() + 1);
        events.add(recorded(recorded));
        recorded.requests().forEach(request -> events.add(of(recorded, request, null)));
        return events;
    }

    public static VisitEvent recorded(RecordedVisit recorded) {
        var visit = recorded.visit();
        return new VisitEvent.Recorded(
                visit.id(),
                visit.grid().value(),
                recorded.teamCode(),
                visit.form(),
                visitedAt(recorded),
                visit.requests().size(),
                visit.count(Outcome.RESOLVED_ON_SPOT),
                visit.count(Outcome.FORWARDED),
                recorded.imported());
    }

    /** @param history of an imported request that was forwarded */
    public static RequestEvent of(
            RecordedVisit recorded, SealedRequest sealed, RequestEvent.@Nullable History history) {
        return switch (sealed.request().outcome()) {
            case RESOLVED_ON_SPOT -> resolvedOnSpot(recorded, sealed);
            case FORWARDED -> forwarded(recorded, sealed, history);
        };
    }

    private static RequestEvent resolvedOnSpot(RecordedVisit recorded, SealedRequest sealed) {
        return new RequestEvent.ResolvedOnSpot(
                sealed.request().id(),
                recorded.visit().id(),
                recorded.visit().grid().value(),
                sealed.request().categoryCode(),
                visitedAt(recorded),
                recorded.imported());
    }

    private static RequestEvent forwarded(
            RecordedVisit recorded, SealedRequest sealed, RequestEvent.@Nullable History history) {
        return new RequestEvent.Forwarded(
                sealed.request().id(),
                recorded.visit().id(),
                recorded.visit().grid().value(),
                sealed.request().categoryCode(),
                sealed.request().urgency(),
                sealed.text(),
                sealed.citizen(),
                recorded.teamCode(),
                visitedAt(recorded),
                recorded.imported(),
                history);
    }

    private static OffsetDateTime visitedAt(RecordedVisit recorded) {
        return recorded.visit().startedAt().atZone(SHANGHAI).toOffsetDateTime();
    }
}
