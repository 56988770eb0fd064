package cn.minyi5.intake.importing.application;

import cn.minyi5.intake.importing.domain.HistoryRow;
import cn.minyi5.intake.importing.domain.ReadRow;
import cn.minyi5.privacy.Fingerprints;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;

/** A good row under the ids that its refs stand for, with the fingerprints that tell it from another one. */
record PastRequest(ReadRow read, UUID visitId, UUID requestId, String visitFingerprint, String requestFingerprint) {

    static PastRequest of(ReadRow read, HistoryIds ids, Fingerprints fingerprints, ObjectMapper json) {
        var history = read.history();
        return new PastRequest(
                read,
                ids.visit(history.visitRef()),
                ids.request(history.requestRef()),
                fingerprint(List.of(history.grid(), history.visitedAt(), history.form()), fingerprints, json),
                fingerprint(history, fingerprints, json));
    }

    HistoryRow history() {
        return read.history();
    }

    private static String fingerprint(Object content, Fingerprints fingerprints, ObjectMapper json) {
        try {
            return fingerprints.of(json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of history cannot be written", e);
        }
    }
}
