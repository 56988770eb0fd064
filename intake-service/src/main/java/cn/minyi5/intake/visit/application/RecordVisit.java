package cn.minyi5.intake.visit.application;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.application.RequestSealing;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.messaging.OldOutbox;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.Fingerprints;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes a visit with all its requests, or none of it. The same submission may come again, also under another key and
 * also at the same time: it is kept once and answered the same. One statement in the good case.
 */
@ApplicationScoped
public class RecordVisit {

    private final Visits visits;
    private final RequestSealing sealing;
    private final Fingerprints fingerprints;
    private final Transactions transactions;
    private final ObjectMapper json;

    RecordVisit(
            Visits visits,
            RequestSealing sealing,
            Fingerprints fingerprints,
            Transactions transactions,
            ObjectMapper json) {
        this.visits = visits;
        this.sealing = sealing;
        this.fingerprints = fingerprints;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * @return the visit as it was kept, now or before
     * @throws Refusal {@code actor.without-team}, {@code grid.unknown}, {@code visit.grid-not-of-team},
     *     {@code request.category-unknown}, {@code visit.time-in-future}, {@code idempotency.body-differs},
     *     {@code visit.differs}
     */
    public Uni<Visit> handle(Visit visit, String key, Actor actor) {
        var submission = submission(visit, key, actor);
        return visits.submit(submission)
                .flatMap(receipt -> receipt.kept() ? announced() : sameOrRefused(submission, receipt))
                .onFailure(IdTaken.class)
                .recoverWithUni(taken -> sameOrFailed(submission, taken))
                .replaceWith(visit);
    }

    private Submission submission(Visit visit, String key, Actor actor) {
        var team = actor.team();
        if (team == null) {
            throw Refusal.forbidden("actor.without-team");
        }
        if (!actor.maySee(visit.grid())) {
            throw Refusal.notFound("grid.unknown").with("gridCode", visit.grid().value());
        }
        var sealed = visit.requests().stream().map(sealing::seal).toList();
        var recorded = new RecordedVisit(visit, team, actor.id(), fingerprint(visit), sealed);
        var announcements = VisitEvents.of(recorded).stream()
                .map(event -> OldOutbox.row(event, null))
                .toList();
        return new Submission(actor.id(), key, recorded, announcements);
    }

    private Uni<Void> announced() {
        transactions.committed();
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> sameOrRefused(Submission submission, Receipt receipt) {
        return visits.earlier(submission)
                .invoke(earlier -> {
                    if (!earlier.isSameAs(submission.visit())) {
                        throw receipt.refusal(submission.visit().visit());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> sameOrFailed(Submission submission, Throwable taken) {
        return visits.earlier(submission)
                .invoke(earlier -> {
                    if (!earlier.isSameAs(submission.visit())) {
                        throw new IllegalStateException("an id was taken, but by nobody", taken);
                    }
                })
                .replaceWithVoid();
    }

    private String fingerprint(Visit visit) {
        try {
            return fingerprints.of(json.writeValueAsBytes(visit));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("visit " + visit.id() + " cannot be written", e);
        }
    }
}
