package cn.minyi5.bench.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A visit as one person submits it, each request about 1 KB of JSON. Built once; before each use the ids are written over
 * the old ones. Not for several threads.
 */
final class Submission {
    private static final String KEY = "00000000-0000-4000-8000-000000000001";
    private static final String VISIT = "00000000-0000-4000-8000-000000000002";
    private static final String REQUEST = "00000000-0000-4000-8001-%012d";
    private static final String SENTENCE = "村东头水管破损，路面一直渗水，老人孩子出行不便，希望尽快派人来看。";
    private static final int SENTENCES = 7;
    private static final String BODY =
            """
            {"visitId":"%s","gridCode":"%s","form":"HOUSEHOLD","startedAt":"%s","requests":[%s]}""";
    private static final String ASKED =
            """
            {"requestId":"%s","categoryCode":"%s","text":"%s","urgency":"NORMAL",%s}""";
    private static final String CONTACT =
            """
            "contact":{"name":"群众00001","phone":"15400000001","address":"村东头"}""";
    private static final String RESOLUTION = """
            "resolution":{"note":"当场讲清政策"}""";

    /** The same for all of a run: what is sent again must be what was sent. */
    private static final OffsetDateTime AN_HOUR_AGO =
            OffsetDateTime.now(ZoneOffset.ofHours(8)).minusHours(1).truncatedTo(ChronoUnit.SECONDS);

    private final byte[] bytes;
    private final int keyAt;
    private final int visitAt;
    private final int[] requestsAt;

    private Submission(byte[] bytes, int requests) {
        this.bytes = bytes;
        this.keyAt = indexOf(KEY);
        this.visitAt = indexOf(VISIT);
        this.requestsAt = IntStream.range(0, requests)
                .map(number -> indexOf(REQUEST.formatted(number)))
                .toArray();
    }

    /** @param token of a secretary whose team walks the grid */
    static Submission of(URI intake, String token, String grid, VisitShape shape) {
        var requests = IntStream.range(0, shape.requests())
                .mapToObj(number -> ASKED.formatted(
                        REQUEST.formatted(number),
                        shape.category(),
                        SENTENCE.repeat(SENTENCES),
                        number < shape.forwarded() ? CONTACT : RESOLUTION))
                .collect(Collectors.joining(","));
        var body = BODY.formatted(VISIT, grid, AN_HOUR_AGO, requests);
        return new Submission(HttpConnection.post(intake, "/api/visits", token, KEY, body), shape.requests());
    }

    /** Becomes another submission. */
    void renew(UUID key, UUID visitId, List<UUID> requestIds) {
        write(key, keyAt);
        write(visitId, visitAt);
        for (int number = 0; number < requestsAt.length; number++) {
            write(requestIds.get(number), requestsAt[number]);
        }
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
