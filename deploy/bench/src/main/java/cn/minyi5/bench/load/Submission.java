package cn.minyi5.bench.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A visit of one forwarded request, about 1 KB of JSON, as one person submits it. Built once; before each use the three
 * ids are written over the old ones. Not for several threads.
 */
final class Submission {
    private static final String KEY = "00000000-0000-4000-8000-000000000001";
    private static final String VISIT = "00000000-0000-4000-8000-000000000002";
    private static final String REQUEST = "00000000-0000-4000-8000-000000000003";
    private static final String SENTENCE = "村东头水管破损，路面一直渗水，老人孩子出行不便，希望尽快派人来看。";
    private static final int SENTENCES = 7;
    private static final String BODY =
            """
            {"visitId":"%s","gridCode":"%s","form":"HOUSEHOLD","startedAt":"%s","requests":[{"requestId":"%s",\
            "categoryCode":"%s","text":"%s","urgency":"NORMAL",\
            "contact":{"name":"群众00001","phone":"15400000001","address":"村东头"}}]}""";

    private final byte[] bytes;
    private final int keyAt;
    private final int visitAt;
    private final int requestAt;

    private Submission(byte[] bytes) {
        this.bytes = bytes;
        this.keyAt = indexOf(KEY);
        this.visitAt = indexOf(VISIT);
        this.requestAt = indexOf(REQUEST);
    }

    /** @param token of a secretary whose team walks the grid */
    static Submission of(URI intake, String token, String grid, String category) {
        var anHourAgo = OffsetDateTime.now(ZoneOffset.ofHours(8)).minusHours(1).truncatedTo(ChronoUnit.SECONDS);
        var body = BODY.formatted(VISIT, grid, anHourAgo, REQUEST, category, SENTENCE.repeat(SENTENCES));
        return new Submission(HttpConnection.post(intake, "/api/visits", token, KEY, body));
    }

    /** Becomes another submission. */
    void renew(UUID key, UUID visitId, UUID requestId) {
        write(key, keyAt);
        write(visitId, visitAt);
        write(requestId, requestAt);
    }

    /** The HTTP request as it travels; changes with {@link #renew}. */
    byte[] bytes() {
        return bytes;
    }

    private void write(UUID id, int at) {
        var text = id.toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, bytes, at, text.length);
    }

    private int indexOf(String id) {
        // Latin-1 keeps a character for each byte.
        var at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(id);
        if (at < 0) {
            throw new IllegalStateException("no place for " + id);
        }
        return at;
    }
}
