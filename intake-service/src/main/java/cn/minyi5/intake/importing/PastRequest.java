package cn.minyi5.intake.importing;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.intake.importing.domain.HistoryRow;
import cn.minyi5.intake.importing.domain.PastLife;
import cn.minyi5.intake.visit.SubmittedRequest.Past;
import cn.minyi5.privacy.Fingerprints;
import cn.minyi5.privacy.Masking;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A good row under the ids that its refs stand for, with the fingerprints that tell it from another one. */
record PastRequest(ReadRow read, UUID visitId, UUID requestId, String visitFingerprint, String requestFingerprint) {

    private static final UUID NAMESPACE = UUID.fromString("0e3c3a0c-7d0b-5f6e-9c5b-6d696e796935");

    static PastRequest of(ReadRow read, String source, Fingerprints fingerprints, ObjectMapper json) {
        var history = read.history();
        return new PastRequest(
                read,
                id(source, "visit", history.visitRef()),
                id(source, "request", history.requestRef()),
                fingerprint(List.of(history.grid(), history.visitedAt(), history.form()), fingerprints, json),
                fingerprint(history, fingerprints, json));
    }

    /** Made of source and ref (UUIDv5), so that the same row is the same request in every import. */
    static UUID id(String source, String kind, String ref) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, source + "/" + kind + "/" + ref);
    }

    HistoryRow history() {
        return read.history();
    }

    /** What the submission of it brings along: the events of history are told at the moments at which they happened. */
    Past past() {
        var life = history().life();
        return life == null
                ? new Past(requestFingerprint, history().visitedAt(), null)
                : new Past(requestFingerprint, life.forwardedAt(), told(life));
    }

    private static RequestEvent.History told(PastLife life) {
        var reply = life.reply();
        var echo = life.echo();
        return new RequestEvent.History(
                CountyTime.at(life.dispatchedAt()),
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
        return moment == null ? null : CountyTime.at(moment);
    }

    private static String fingerprint(Object content, Fingerprints fingerprints, ObjectMapper json) {
        try {
            return fingerprints.of(json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of history cannot be written", e);
        }
    }
}
