package cn.minyi5.intake.importing;

import cn.minyi5.intake.followup.FollowUps.PastFollowUp;
import cn.minyi5.intake.importing.HistoryReading.ReadRow;
import cn.minyi5.intake.importing.domain.HistoryRow;
import cn.minyi5.intake.request.PersonalDataProtection;
import cn.minyi5.intake.visit.Submission;
import cn.minyi5.intake.visit.Submission.Past;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A good row under the ids that its refs stand for, with the fingerprints that tell it from another one. */
record PastRequest(ReadRow read, UUID visitId, UUID requestId, String visitFingerprint, String requestFingerprint) {

    private static final UUID NAMESPACE = UUID.fromString("0e3c3a0c-7d0b-5f6e-9c5b-6d696e796935");

    static PastRequest of(ReadRow read, String source, PersonalDataProtection protection) {
        var history = read.history();
        return new PastRequest(
                read,
                id(source, "visit", history.visitRef()),
                id(source, "request", history.requestRef()),
                protection.fingerprint(List.of(history.grid(), history.visitedAt(), history.form())),
                protection.fingerprint(history));
    }

    /** Made of source and ref (UUIDv5), so that the same row is the same request in every import. */
    static UUID id(String source, String kind, String ref) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, source + "/" + kind + "/" + ref);
    }

    HistoryRow history() {
        return read.history();
    }

    /** The events of history are told at the moments at which they happened. */
    Submission.Request submitted(PersonalDataProtection protection) {
        var life = history().life();
        return new Submission.Request(
                protection.protect(history().toRequest(requestId)),
                life == null
                        ? new Past(requestFingerprint, history().visitedAt(), null)
                        : new Past(requestFingerprint, life.forwardedAt(), life.told()));
    }

    /** None or one. */
    Stream<PastFollowUp> followUp() {
        var life = history().life();
        var echo = life == null ? null : life.echo();
        return echo == null
                ? Stream.of()
                : Stream.of(new PastFollowUp(requestId, echo.solved(), echo.satisfied(), life.followedUpAt()));
    }
}
