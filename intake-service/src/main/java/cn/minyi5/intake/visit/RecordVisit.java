package cn.minyi5.intake.visit;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.grading.GradingRuleBook;
import cn.minyi5.intake.grading.domain.GradingRules;
import cn.minyi5.intake.request.PersonalDataProtection;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.visit.Submission.Terms;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.intake.visit.domain.VisitPhotos;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes a visit with all its requests, or none of it. The same submission may come again, also under another key and
 * also at the same time: it is stored once and answered the same. One statement in the good case; by which rules it is
 * graded is asked every few seconds.
 */
@ApplicationScoped
public class RecordVisit {

    private final Submissions submissions;
    private final PersonalDataProtection protection;
    private final GradingRuleBook grading;
    private final Config config;

    RecordVisit(Submissions submissions, PersonalDataProtection protection, GradingRuleBook grading, Config config) {
        this.submissions = submissions;
        this.protection = protection;
        this.grading = grading;
        this.config = config;
    }

    @ConfigMapping(prefix = "minyi5.visit")
    public interface Config {

        /** So long after it began is a visit still submitted; what is older is brought along by an import. */
        @WithDefault("30d")
        Duration submittedWithin();

        /** Department code of the body to which complaints about the supervision office itself go; none is refused. */
        Optional<String> officeSupervisor();
    }

    /** @return the visit as it was stored, now or before */
    public Uni<Visit> record(Visit visit, VisitPhotos photos, String key, Actor actor) {
        var submission = submission(visit, photos, actor);
        return grading.in(visit.grid())
                .flatMap(rules -> submissions.store(submission.gradedBy(rules), key))
                .flatMap(result -> result.stored()
                        ? Uni.createFrom().voidItem()
                        : sameAsBefore(submission, key, () -> result.refusal(submission)))
                .onFailure(Submissions::isIdTaken)
                .recoverWithUni(taken -> sameAsBefore(
                        submission,
                        key,
                        () -> new IllegalStateException("an id was taken but nothing has it: " + visit.id(), taken)))
                .replaceWith(visit);
    }

    private Submission submission(Visit visit, VisitPhotos photos, Actor actor) {
        var team = actor.team();
        if (team == null) {
            throw Refusal.forbidden("actor.without-team");
        }
        if (!actor.maySee(visit.grid())) {
            throw Refusal.notFound("grid.unknown").with("gridCode", visit.grid().value());
        }
        refuseWithoutOfficeSupervisor(visit);
        var terms =
                new Terms(config.submittedWithin(), config.officeSupervisor().orElse(null), GradingRules.NONE);
        return new Submission(visit, true, team, actor.id(), fingerprint(visit, photos), List.of(), terms, photos);
    }

    /**
     * Without a check-in and without photos it is what it was before there were such things: fingerprints last for a
     * season.
     */
    private String fingerprint(Visit visit, VisitPhotos photos) {
        var asBefore = visit.checkIn() == null
                ? new NotCheckedIn(visit.id(), visit.grid(), visit.form(), visit.startedAt(), visit.requests())
                : visit;
        return protection.fingerprint(photos.isEmpty() ? asBefore : new WithPhotos(asBefore, photos));
    }

    private record NotCheckedIn(
            UUID id, GridCode grid, VisitForm form, Instant startedAt, List<CitizenRequest> requests) {}

    private record WithPhotos(Record visit, VisitPhotos photos) {}

    private void refuseWithoutOfficeSupervisor(Visit visit) {
        if (config.officeSupervisor().isEmpty() && visit.requests().stream().anyMatch(CitizenRequest::aboutOffice)) {
            throw Refusal.invalid("request.office-without-supervisor", "requests");
        }
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
}
