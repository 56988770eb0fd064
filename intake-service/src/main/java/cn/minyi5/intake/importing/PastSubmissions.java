package cn.minyi5.intake.importing;

import cn.minyi5.contracts.ImportEvent;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.followup.FollowUps;
import cn.minyi5.intake.followup.FollowUps.PastFollowUp;
import cn.minyi5.intake.importing.HistoryReading.ReadRow;
import cn.minyi5.intake.importing.domain.HistoryRow;
import cn.minyi5.intake.request.PersonalDataProtection;
import cn.minyi5.intake.visit.Submission;
import cn.minyi5.intake.visit.Submission.Past;
import cn.minyi5.intake.visit.Submissions;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Sql;
import cn.minyi5.web.sheet.RefusedRow;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private final Outbox outbox;
    private final Sql sql;

    PastSubmissions(
            Submissions submissions, FollowUps followUps, PersonalDataProtection protection, Outbox outbox, Sql sql) {
        this.outbox = outbox;
        this.submissions = submissions;
        this.followUps = followUps;
        this.protection = protection;
        this.sql = sql;
    }

    /** A good row under the ids that its refs stand for, with the fingerprints that tell it from another one. */
    record PastRequest(ReadRow read, UUID visitId, UUID requestId, String visitFingerprint, String requestFingerprint) {

        private static final UUID NAMESPACE = UUID.fromString("0e3c3a0c-7d0b-5f6e-9c5b-6d696e796935");

        static PastRequest of(ReadRow read, String source, PersonalDataProtection protection) {
            var history = read.history();
            var ofCounty = history.grid().division().county().value() + "/" + source;
            return new PastRequest(
                    read,
                    id(ofCounty, "visit", history.visitRef()),
                    id(ofCounty, "request", history.requestRef()),
                    protection.fingerprint(List.of(history.grid(), history.visitedAt(), history.form())),
                    protection.fingerprint(history));
        }

        /** Made of the county's source and ref (UUIDv5), so that the same row is the same request in every import. */
        static UUID id(String source, String kind, String ref) {
            return UuidCreator.getNameBasedSha1(NAMESPACE, source + "/" + kind + "/" + ref);
        }

        HistoryRow history() {
            return read.history();
        }

        /** The events of history are told at the moments at which they happened. */
        Past past(HistoryImportRow of) {
            var order = history().order();
            return order == null
                    ? new Past(requestFingerprint, history().visitedAt(), null)
                    : new Past(
                            requestFingerprint,
                            order.life().forwardedAt(),
                            order.told(of.id, of.cutOver, history().contact()));
        }

        Stream<PastFollowUp> followUps() {
            var order = history().order();
            return order == null
                    ? Stream.of()
                    : order.echoes().stream()
                            .map(told -> new PastFollowUp(
                                    requestId,
                                    told.round(),
                                    told.echo().solved(),
                                    told.echo().satisfied(),
                                    told.at()));
        }
    }

    /** Which of the good requests are new, how many rows are there already, and which contradict what is there. */
    record Sorted(List<PastRequest> fresh, int alreadyThere, List<RefusedRow> contradicting) {

        int freshRows() {
            return fresh.stream().mapToInt(request -> request.read().rows()).sum();
        }

        int freshOrders() {
            return (int) fresh.stream()
                    .filter(request -> request.history().order() != null)
                    .count();
        }
    }

    private record Stored(UUID id, String fingerprint) {}

    /** @param teams by grid code */
    Uni<Sorted> submit(HistoryImportRow of, List<ReadRow> rows, Map<String, String> teams) {
        var requests = rows.stream()
                .map(row -> PastRequest.of(row, of.progress.source(), protection))
                .toList();
        return stored(requests).flatMap(stored -> {
            var sorted = sort(requests, stored);
            return sorted.fresh().isEmpty()
                    ? Uni.createFrom().item(sorted)
                    : store(of, sorted.fresh(), stored, teams).replaceWith(sorted);
        });
    }

    /** Once: what is still open is handed over when all of it is known. @param forwarded requests, in the whole import */
    void announceEnd(HistoryImportRow of, int forwarded) {
        outbox.announce(new ImportEvent.Finished(of.id, of.division.value(), CountyTime.at(of.cutOver), forwarded));
    }

    /** Fingerprints of these visits and requests, as far as they are there already. */
    private Uni<Map<UUID, String>> stored(List<PastRequest> requests) {
        var visitIds = requests.stream().map(PastRequest::visitId).distinct().toArray(UUID[]::new);
        var requestIds = requests.stream().map(PastRequest::requestId).toArray(UUID[]::new);
        return sql.list(Stored.class, FINGERPRINTS, visitIds, requestIds)
                .map(found -> found.stream().collect(Collectors.toMap(Stored::id, Stored::fingerprint)));
    }

    private Uni<Void> store(
            HistoryImportRow of, List<PastRequest> fresh, Map<UUID, String> stored, Map<String, String> teams) {
        var byVisit = fresh.stream()
                .collect(Collectors.groupingBy(PastRequest::visitId, LinkedHashMap::new, Collectors.toList()));
        var batch = byVisit.values().stream()
                .map(ofVisit -> submission(of, ofVisit, stored, teams))
                .toList();
        return submissions
                .storePast(batch)
                .invoke(result -> {
                    if (!result.stored()) {
                        throw new IllegalStateException("grids, teams or categories changed meanwhile: " + result);
                    }
                })
                .chain(() -> followUps.storePast(
                        fresh.stream().flatMap(PastRequest::followUps).toList()));
    }

    private static Submission submission(
            HistoryImportRow of, List<PastRequest> requests, Map<UUID, String> stored, Map<String, String> teams) {
        var first = requests.get(0);
        var history = first.history();
        var citizenRequests = requests.stream()
                .map(request -> request.history().toRequest(request.requestId()))
                .toList();
        return new Submission(
                new Visit(first.visitId(), history.grid(), history.form(), history.visitedAt(), citizenRequests),
                !stored.containsKey(first.visitId()),
                teams.get(history.grid().value()),
                null,
                first.visitFingerprint(),
                requests.stream().map(request -> request.past(of)).toList());
    }

    /** @param there fingerprints, by id, of the visits and requests that are there */
    static Sorted sort(List<PastRequest> requests, Map<UUID, String> there) {
        var fresh = new ArrayList<PastRequest>();
        var contradicting = new ArrayList<RefusedRow>();
        var alreadyThere = 0;
        for (var request : requests) {
            var before = there.get(request.requestId());
            if (differs(there.get(request.visitId()), request.visitFingerprint())) {
                contradicting.addAll(request.read().refused(Refusal.contradiction("visit.differs", "visit_ref")));
            } else if (differs(before, request.requestFingerprint())) {
                contradicting.addAll(
                        request.read().refused(Refusal.contradiction("history.row-differs", "request_ref")));
            } else if (before == null) {
                fresh.add(request);
            } else {
                alreadyThere += request.read().rows();
            }
        }
        return new Sorted(fresh, alreadyThere, contradicting);
    }

    private static boolean differs(@Nullable String before, String now) {
        return before != null && !before.equals(now);
    }
}
