package cn.minyi5.intake.importing.application;

import cn.minyi5.intake.followup.application.FollowUps;
import cn.minyi5.intake.importing.domain.ReadRow;
import cn.minyi5.intake.request.application.RequestSealing;
import cn.minyi5.intake.visit.application.PastVisits;
import cn.minyi5.messaging.OldOutbox;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.privacy.Fingerprints;
import cn.minyi5.web.sheet.RefusedRow;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Keeps good rows of history as visits and requests, once, and announces those that are new. */
@ApplicationScoped
class KeepHistory {

    private final PastVisits visits;
    private final FollowUps followUps;
    private final RequestSealing sealing;
    private final Fingerprints fingerprints;
    private final ObjectMapper json;

    KeepHistory(
            PastVisits visits,
            FollowUps followUps,
            RequestSealing sealing,
            Fingerprints fingerprints,
            ObjectMapper json) {
        this.visits = visits;
        this.followUps = followUps;
        this.sealing = sealing;
        this.fingerprints = fingerprints;
        this.json = json;
    }

    /** What became of the rows; the three sum up to them. */
    record Outcome(int added, int alreadyThere, List<RefusedRow> contradicting) {}

    /** @param teams by grid code */
    Uni<Outcome> handle(Transaction tx, String source, List<ReadRow> rows, Map<String, String> teams) {
        var ids = new HistoryIds(source);
        var requests = rows.stream()
                .map(row -> PastRequest.of(row, ids, fingerprints, json))
                .toList();
        var visitIds = requests.stream().map(PastRequest::visitId).distinct().toList();
        var requestIds = requests.stream().map(PastRequest::requestId).toList();
        return visits.fingerprints(tx, visitIds, requestIds)
                .map(there -> SortedRequests.sort(requests, there))
                .flatMap(sorted -> keep(tx, BatchContent.of(sorted.fresh(), teams, sealing))
                        .map(added -> new Outcome(
                                added, sorted.alreadyThere() + sorted.fresh().size() - added, sorted.contradicting())));
    }

    private Uni<Integer> keep(Transaction tx, BatchContent content) {
        if (content.visits().isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return visits.bringIn(tx, content.visits(), content.requestFingerprints())
                .call(added -> OldOutbox.appendRows(tx, PastEvents.of(content.visits(), content.lives(), added)))
                .call(added -> followUps.bringIn(tx, content.followUps(added)))
                .map(content::added);
    }
}
