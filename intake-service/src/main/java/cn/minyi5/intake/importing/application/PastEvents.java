package cn.minyi5.intake.importing.application;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.intake.importing.domain.PastLife;
import cn.minyi5.intake.request.application.SealedRequest;
import cn.minyi5.intake.visit.application.RecordedVisit;
import cn.minyi5.intake.visit.application.VisitEvents;
import cn.minyi5.messaging.OldOutbox;
import cn.minyi5.messaging.OutboxRow;
import cn.minyi5.privacy.Masking;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of imported visits: the same as of live ones, at the moments at which it happened. */
final class PastEvents {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private PastEvents() {}

    /** @param added ids of the visits and requests that are new; of the others all was told before */
    static List<OutboxRow> of(List<RecordedVisit> visits, Map<UUID, PastLife> lives, Set<UUID> added) {
        var rows = new ArrayList<OutboxRow>();
        for (var visit : visits) {
            if (added.contains(visit.visit().id())) {
                rows.add(
                        OldOutbox.row(VisitEvents.recorded(visit), visit.visit().startedAt()));
            }
            visit.requests().stream()
                    .filter(request -> added.contains(request.request().id()))
                    .map(request ->
                            row(visit, request, lives.get(request.request().id())))
                    .forEach(rows::add);
        }
        return rows;
    }

    private static OutboxRow row(RecordedVisit visit, SealedRequest request, @Nullable PastLife life) {
        var happenedAt = life == null ? visit.visit().startedAt() : life.forwardedAt();
        return OldOutbox.row(VisitEvents.of(visit, request, life == null ? null : history(life)), happenedAt);
    }

    private static RequestEvent.History history(PastLife life) {
        var reply = life.reply();
        var echo = life.echo();
        return new RequestEvent.History(
                at(life.dispatchedAt()),
                orNull(life.signedAt()),
                orNull(life.repliedAt()),
                reply == null ? null : reply.resultCode(),
                reply == null ? null : Masking.text(reply.text()),
                orNull(life.acceptedAt()),
                orNull(life.followedUpAt()),
                echo == null ? null : echo.solved(),
                echo == null ? null : echo.satisfied());
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant moment) {
        return moment == null ? null : at(moment);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atZone(SHANGHAI).toOffsetDateTime();
    }
}
