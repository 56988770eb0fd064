package cn.minyi5.intake.visit;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.PersonalDataProtection;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.privacy.Fingerprints;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Takes a visit with all its requests, or none of it. The same submission may come again, also under another key and
 * also at the same time: it is stored once and answered the same. One statement in the good case.
 */
@ApplicationScoped
public class RecordVisit {

    private final Submissions submissions;
    private final PersonalDataProtection protection;
    private final Fingerprints fingerprints;
    private final ObjectMapper json;

    RecordVisit(
            Submissions submissions, PersonalDataProtection protection, Fingerprints fingerprints, ObjectMapper json) {
        this.submissions = submissions;
        this.protection = protection;
        this.fingerprints = fingerprints;
        this.json = json;
    }

    /**
     * @return the visit as it was stored, now or before
     * @throws Refusal {@code actor.without-team}, {@code grid.unknown}, {@code visit.grid-not-of-team},
     *     {@code request.category-unknown}, {@code visit.time-in-future}, {@code idempotency.body-differs},
     *     {@code visit.differs}
     */
    public Uni<Visit> record(Visit visit, String key, Actor actor) {
        var submission = submission(visit, actor);
        return submissions
                .store(submission, key)
                .flatMap(result -> result.stored()
                        ? Uni.createFrom().voidItem()
                        : sameAsBefore(submission, key, () -> result.refusal(visit)))
                .onFailure(Submissions::isIdTaken)
                .recoverWithUni(taken -> sameAsBefore(
                        submission,
                        key,
                        () -> new IllegalStateException("an id was taken but nothing has it: " + visit.id(), taken)))
                .replaceWith(visit);
    }

    private Submission submission(Visit visit, Actor actor) {
        var team = actor.team();
        if (team == null) {
            throw Refusal.forbidden("actor.without-team");
        }
        if (!actor.maySee(visit.grid())) {
            throw Refusal.notFound("grid.unknown").with("gridCode", visit.grid().value());
        }
        var requests = visit.requests().stream()
                .map(request -> new SubmittedRequest(protection.protect(request), null))
                .toList();
        return new Submission(visit, true, team, actor.id(), fingerprint(visit), requests);
    }

    private Uni<Void> sameAsBefore(Submission submission, String key, Supplier<RuntimeException> otherwise) {
        return submissions
                .prior(submission, key)
                .invoke(prior -> {
                    if (!prior.isSameAs(submission)) {
                        throw otherwise.get();
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
