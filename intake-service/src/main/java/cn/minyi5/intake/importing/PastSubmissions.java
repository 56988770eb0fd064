package cn.minyi5.intake.importing;

import cn.minyi5.intake.followup.FollowUps;
import cn.minyi5.intake.followup.FollowUps.PastFollowUp;
import cn.minyi5.intake.request.PersonalDataProtection;
import cn.minyi5.intake.visit.Submission;
import cn.minyi5.intake.visit.Submissions;
import cn.minyi5.intake.visit.SubmittedRequest;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.messaging.Sql;
import cn.minyi5.privacy.Fingerprints;
import cn.minyi5.web.sheet.RefusedRow;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Submits the good rows of a batch that are new, as visits with their requests; within the batch's transaction. */
@ApplicationScoped
class PastSubmissions {

    /** By hand: a batch has any number of ids, which travel as arrays. */
    private static final String FINGERPRINTS =
            """
            select id, fingerprint from visit where id = any ($1)
            union all
            select id, coalesce(fingerprint, '') as fingerprint from request where id = any ($2)""";

    private final Submissions submissions;
    private final FollowUps followUps;
    private final PersonalDataProtection protection;
    private final Sql sql;
    private final Fingerprints fingerprints;
    private final ObjectMapper json;

    PastSubmissions(
            Submissions submissions,
            FollowUps followUps,
            PersonalDataProtection protection,
            Sql sql,
            Fingerprints fingerprints,
            ObjectMapper json) {
        this.submissions = submissions;
        this.followUps = followUps;
        this.protection = protection;
        this.sql = sql;
        this.fingerprints = fingerprints;
        this.json = json;
    }

    /** What became of the rows; the three sum up to them. */
    record Outcome(int added, int alreadyThere, List<RefusedRow> contradicting) {}

    private record Stored(UUID id, String fingerprint) {}

    /** @param teams by grid code */
    Uni<Outcome> submit(String source, List<ReadRow> rows, Map<String, String> teams) {
        var requests = rows.stream()
                .map(row -> PastRequest.of(row, source, fingerprints, json))
                .toList();
        return stored(requests).flatMap(stored -> {
            var sorted = SortedRequests.sort(requests, stored);
            var outcome = new Outcome(sorted.fresh().size(), sorted.alreadyThere(), sorted.contradicting());
            return sorted.fresh().isEmpty()
                    ? Uni.createFrom().item(outcome)
                    : store(sorted.fresh(), stored, teams).replaceWith(outcome);
        });
    }

    /** Fingerprints of these visits and requests, as far as they are there already. */
    private Uni<Map<UUID, String>> stored(List<PastRequest> requests) {
        var visitIds = requests.stream().map(PastRequest::visitId).distinct().toArray(UUID[]::new);
        var requestIds = requests.stream().map(PastRequest::requestId).toArray(UUID[]::new);
        return sql.list(Stored.class, FINGERPRINTS, visitIds, requestIds)
                .map(found -> found.stream().collect(Collectors.toMap(Stored::id, Stored::fingerprint)));
    }

    private Uni<Void> store(List<PastRequest> fresh, Map<UUID, String> stored, Map<String, String> teams) {
        var byVisit = new LinkedHashMap<UUID, List<PastRequest>>();
        fresh.forEach(request -> byVisit.computeIfAbsent(request.visitId(), id -> new ArrayList<>())
                .add(request));
        var batch = byVisit.values().stream()
                .map(ofVisit -> submission(ofVisit, stored, teams))
                .toList();
        return submissions
                .storePast(batch)
                .invoke(result -> {
                    if (!result.stored()) {
                        throw new IllegalStateException("grids, teams or categories changed meanwhile: " + result);
                    }
                })
                .chain(() -> followUps.storePast(followUps(fresh)));
    }

    private Submission submission(List<PastRequest> requests, Map<UUID, String> stored, Map<String, String> teams) {
        var first = requests.get(0);
        var history = first.history();
        var submitted = requests.stream()
                .map(request -> new SubmittedRequest(
                        protection.protect(request.history().toRequest(request.requestId())), request.past()))
                .toList();
        var citizenRequests =
                submitted.stream().map(request -> request.content().request()).toList();
        return new Submission(
                new Visit(first.visitId(), history.grid(), history.form(), history.visitedAt(), citizenRequests),
                !stored.containsKey(first.visitId()),
                teams.get(history.grid().value()),
                null,
                first.visitFingerprint(),
                submitted);
    }

    private static List<PastFollowUp> followUps(List<PastRequest> requests) {
        var followUps = new ArrayList<PastFollowUp>();
        for (var request : requests) {
            var life = request.history().life();
            var echo = life == null ? null : life.echo();
            if (life != null && echo != null && life.followedUpAt() != null) {
                followUps.add(
                        new PastFollowUp(request.requestId(), echo.solved(), echo.satisfied(), life.followedUpAt()));
            }
        }
        return followUps;
    }
}
