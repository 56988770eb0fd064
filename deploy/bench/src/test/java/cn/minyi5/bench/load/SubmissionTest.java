package cn.minyi5.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubmissionTest {
    private final Submission submission = Submission.of(
            URI.create("http://127.0.0.1:8101"), "token", "370828101001001", VisitShape.forwarding("GS02"));

    @Test
    void renewedItCarriesTheNewIdsAndNothingElseChanges() {
        var before = text();
        var key = Phone.newId();
        var visit = Phone.newId();
        var request = Phone.newId();

        submission.renew(key, visit, List.of(request));

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
    void aVisitOfManyRequestsCarriesAnIdForEachAndSettlesThoseThatAreNotForwarded() {
        var many = Submission.of(
                URI.create("http://127.0.0.1:8101"), "token", "370828101001001", new VisitShape("GS02", 1, 12));
        var ids = Stream.generate(Phone::newId).limit(13).toList();

        many.renew(Phone.newId(), Phone.newId(), ids);

        var text = new String(many.bytes(), StandardCharsets.UTF_8);
        assertThat(ids).allSatisfy(id -> assertThat(text).contains("\"requestId\":\"" + id + "\""));
        assertThat(text.split("\"resolution\"", -1)).hasSize(13);
        assertThat(text.split("\"contact\"", -1)).hasSize(2);
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
