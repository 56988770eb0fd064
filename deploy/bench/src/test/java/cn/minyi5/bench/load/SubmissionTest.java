package cn.minyi5.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SubmissionTest {
    private final Submission submission =
            Submission.of(URI.create("http://127.0.0.1:8101"), "token", "370828101001001", "GS02");

    @Test
    void renewedItCarriesTheNewIdsAndNothingElseChanges() {
        var before = text();
        var key = Phone.newId();
        var visit = Phone.newId();
        var request = Phone.newId();

        submission.renew(key, visit, request);

        assertThat(text())
                .hasSameSizeAs(before)
                .contains("Idempotency-Key: " + key)
                .contains("\"visitId\":\"" + visit + "\"")
                .contains("\"requestId\":\"" + request + "\"");
    }

    @Test
    void itSaysHowLongItsBodyIs() {
        var body = text().substring(text().indexOf("\r\n\r\n") + 4);
        var bytes = body.getBytes(StandardCharsets.UTF_8).length;
        assertThat(text()).contains("Content-Length: " + bytes);
        assertThat(bytes).isBetween(900, 1_200);
    }

    @Test
    void idsAreRandomUuids() {
        var id = Phone.newId();
        assertThat(id.version()).isEqualTo(4);
        assertThat(id.variant()).isEqualTo(2);
    }

    private String text() {
        return new String(submission.bytes(), StandardCharsets.UTF_8);
    }
}
