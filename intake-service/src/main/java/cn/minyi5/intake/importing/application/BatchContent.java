package cn.minyi5.intake.importing.application;

import cn.minyi5.intake.followup.application.FollowUps.PastFollowUp;
import cn.minyi5.intake.importing.domain.PastLife;
import cn.minyi5.intake.request.application.RequestSealing;
import cn.minyi5.intake.visit.application.RecordedVisit;
import cn.minyi5.intake.visit.domain.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** New requests of history put together to visits, ready to be kept and told. */
record BatchContent(List<RecordedVisit> visits, Map<UUID, String> requestFingerprints, Map<UUID, PastLife> lives) {

    /** @param teams by grid code */
    static BatchContent of(List<PastRequest> requests, Map<String, String> teams, RequestSealing sealing) {
        var byVisit = new LinkedHashMap<UUID, List<PastRequest>>();
        requests.forEach(request -> byVisit.computeIfAbsent(request.visitId(), id -> new ArrayList<>())
                .add(request));
        var fingerprints = new HashMap<UUID, String>();
        var lives = new HashMap<UUID, PastLife>();
        for (var request : requests) {
            fingerprints.put(request.requestId(), request.requestFingerprint());
            var life = request.history().life();
            if (life != null) {
                lives.put(request.requestId(), life);
            }
        }
        var visits = byVisit.values().stream()
                .map(ofVisit -> visit(ofVisit, teams, sealing))
                .toList();
        return new BatchContent(visits, fingerprints, lives);
    }

    private static RecordedVisit visit(List<PastRequest> requests, Map<String, String> teams, RequestSealing sealing) {
        var first = requests.get(0);
        var history = first.history();
        var citizenRequests = requests.stream()
                .map(request -> request.history().toRequest(request.requestId()))
                .toList();
        return new RecordedVisit(
                new Visit(first.visitId(), history.grid(), history.form(), history.visitedAt(), citizenRequests),
                teams.get(history.grid().value()),
                null,
                first.visitFingerprint(),
                citizenRequests.stream().map(sealing::seal).toList());
    }

    /** How many of the requests were added; some may have come in by another copy of the same file meanwhile. */
    int added(Set<UUID> added) {
        return (int)
                requestFingerprints.keySet().stream().filter(added::contains).count();
    }

    List<PastFollowUp> followUps(Set<UUID> added) {
        var followUps = new ArrayList<PastFollowUp>();
        lives.forEach((requestId, life) -> {
            var echo = life.echo();
            var followedUpAt = life.followedUpAt();
            if (added.contains(requestId) && echo != null && followedUpAt != null) {
                followUps.add(new PastFollowUp(requestId, echo.solved(), echo.satisfied(), followedUpAt));
            }
        });
        return followUps;
    }
}
