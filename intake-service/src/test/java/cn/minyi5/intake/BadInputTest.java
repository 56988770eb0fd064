package cn.minyi5.intake;

import static cn.minyi5.intake.Submissions.resolved;
import static cn.minyi5.intake.Submissions.visit;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.testing.RawHttp;
import cn.minyi5.testing.ServiceBackends;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not meant for us, or was never meant well, is refused as a problem before anything is built of it. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class BadInputTest {

    private static final int MEGABYTE = 1024 * 1024;

    private County.Team team;

    @BeforeEach
    void aTeam() {
        team = County.team();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"form\":\"HOUSEHOLD\"|\"form\":\"HOUSEHOLD\",\"form\":\"FIELD\"|",
                "\"form\":\"HOUSEHOLD\"|\"form\":0|form",
                "\"form\":\"HOUSEHOLD\"|\"form\":\"0\"|form",
                "\"form\":\"HOUSEHOLD\"|\"form\":\"\"|form",
                "\"urgency\":\"NORMAL\"|\"urgency\":\"\"|requests[0].urgency",
                "\"2021-10-05T09:00:00+08:00\"|1633395600|startedAt",
                "\"2021-10-05T09:00:00+08:00\"|\"1633395600\"|startedAt",
                "\"2021-10-05T09:00:00+08:00\"|[]|startedAt",
                "\"text\":\"想了解法律援助怎么申请\"|\"text\":1|requests[0].text",
                "\"text\":\"想了解法律援助怎么申请\"|\"text\":true|requests[0].text",
                "\"text\":\"想了解法律援助怎么申请\"|\"text\":[\"a\"]|requests[0].text",
                "\"text\":\"想了解法律援助怎么申请\"|\"text\":\"a\",\"unheardOf\":1|requests[0].unheardOf",
                "\"requests\":|\"requests\":[],\"requests\":|"
            })
    void aBodyMeansOneThingOrIsRefused(String right, String wrong, @Nullable String field) {
        var answer = submit(valid().replace(right, wrong));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.says("input.unreadable")).as(answer.body()).isTrue();
        // What stands there twice has no place.
        if (field != null) {
            assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "x", "]", ",", "null"})
    void whatFollowsTheEndOfABodyIsRefused(String more) {
        var answer = submit(valid() + more);

        assertThat(answer.says("input.unreadable")).as(answer.body()).isTrue();
    }

    @Test
    void aBodyThatIsDeeperOrHasMorePartsThanAnythingWeKnowIsRefused() {
        var deep = valid().replace("\"requests\":", "\"requests\":" + "[".repeat(40));
        var many = valid().replace("\"requests\":[", "\"requests\":[" + "null,".repeat(150_000));

        assertThat(submit(deep).says("input.unreadable")).isTrue();
        assertThat(submit(many).says("input.unreadable")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'\\u0000', text.control-character",
        "'路灯\\u0007不亮', text.control-character",
        "'路灯\\ud83d不亮', text.half-character",
        "'\\udca1', text.half-character",
        "'\\u200b\\ufeff', text.invisible",
        "'\\u3164', text.invisible",
        "' \\u00a0 ', text.invisible"
    })
    void aTextThatCannotBeStoredOrSeenIsRefusedWhereItStands(String text, String code) {
        var answer = submit(valid().replace("想了解法律援助怎么申请", text));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.says(code)).as(answer.body()).isTrue();
        assertThat(answer.body()).contains("\"field\":\"requests[0].text\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-16LE", "UTF-32"})
    void aBodyInAnotherEncodingIsRefused(String encoding) {
        var answer = RawHttp.of("POST", "/api/visits")
                .as(team.secretary())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("application/json; charset=" + encoding, valid().getBytes(Charset.forName(encoding)))
                .send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(415);
        assertThat(answer.says("http.415")).as(answer.body()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32"})
    void aBodyInAnotherEncodingThatItDoesNotNameIsRefused(String encoding) {
        var answer = RawHttp.of("POST", "/api/visits")
                .as(team.secretary())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("application/json", valid().getBytes(Charset.forName(encoding)))
                .send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void aCompressedBodyIsRefused() {
        var answer = RawHttp.of("POST", "/api/visits")
                .as(team.secretary())
                .header("Content-Encoding", "gzip")
                .body("application/json", valid())
                .send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(415);
        assertThat(answer.isProblem()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404",
        "GET, /api/nowhere, 404",
        "GET, /api/visits/no-uuid, 404",
        "GET, /api/%zz, 400",
        "GET, /api/visits/%, 400",
        "GET, /api/visits/%00, 400",
        "GET, /api/grids?after=%zz, 400",
        "GET, /api/grids?after=%00, 400",
        "GET, /api/grids?after=%07, 400",
        "GET, /api/grids?limit=x, 400",
        "GET, /api/grids?limit=0, 400",
        "GET, /api/grids?limit=99999999999, 400",
        "DELETE, /api/visits, 405",
        "NONSENSE, /api/visits, 405"
    })
    void whateverIsAskedWronglyIsAnsweredWithAProblem(String method, String target, int status) {
        var answer = RawHttp.of(method, target).as(team.secretary()).send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.isProblem()).as(answer.body()).isTrue();
    }

    @Test
    void anAddressThatIsTooLongIsRefusedAsAProblem() {
        var answer = RawHttp.of("GET", "/api/grids?after=" + "1".repeat(5_000)).send();

        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.says("http.414")).as(answer.body()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api/grids?after=%zz", "/api/%zz"})
    void whoIsNotLoggedInGetsAProblemToo(String target) {
        assertThat(RawHttp.of("GET", target).send().isProblem()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"!!", "zh;q=abc", "zh;q=9", "en-US-x-", ",,,", "*;q=", "中文", "a-b-c-d-e-f-g-h-i-1234567890"})
    void aLanguageThatNobodyCanReadIsAnsweredInChinese(String language) {
        var answer = RawHttp.of("GET", "/api/grids")
                .header("Accept-Language", language)
                .send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.headers()).containsEntry("content-language", "zh");
    }

    @Test
    void whatWeDoNotReadOrWriteIsRefused() {
        var text = RawHttp.of("POST", "/api/visits")
                .as(team.secretary())
                .body("text/plain", "a")
                .send();
        var page = RawHttp.of("GET", "/api/imports/" + UUID.randomUUID() + "/refused-rows")
                .as(County.administrator())
                .header("Accept", "text/html")
                .send();
        var nonsense = RawHttp.of("GET", "/api/grids")
                .as(team.secretary())
                .header("Accept", "///;;q=")
                .send();

        assertThat(text.status()).isEqualTo(415);
        assertThat(text.isProblem()).as(text.body()).isTrue();
        assertThat(page.status()).isEqualTo(406);
        assertThat(page.isProblem()).as(page.body()).isTrue();
        assertThat(nonsense.status()).as(nonsense.body()).isBetween(400, 406);
        assertThat(nonsense.isProblem()).as(nonsense.body()).isTrue();
    }

    @Test
    void aBodyBeyondTwoMegabytesIsRefusedHoweverItComes() {
        var large = valid().replace("想了解法律援助怎么申请", "长".repeat(MEGABYTE));
        var request = RawHttp.of("POST", "/api/visits")
                .as(team.secretary())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("application/json", large);

        var inChunks = request.sendInChunks();
        assertThat(inChunks.status()).as(inChunks.body()).isEqualTo(413);
        assertThat(inChunks.says("http.413")).as(inChunks.body()).isTrue();
    }

    @Test
    void aBodyThatSaysThatItIsBeyondTwoMegabytesIsRefused() {
        var large = valid().replace("想了解法律援助怎么申请", "长".repeat(MEGABYTE));
        var answer = RawHttp.of("POST", "/api/visits")
                .as(team.secretary())
                .body("application/json", large)
                .send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        assertThat(answer.says("http.413")).as(answer.body()).isTrue();
    }

    @Test
    void aSheetMayHaveTwentyMegabytesAndNotMore() {
        var rows = "code,name\n" + "x".repeat(21 * MEGABYTE);
        var answer = RawHttp.of("PUT", "/api/grids")
                .as(County.administrator())
                .body("text/csv", rows)
                .send();
        var inChunks = RawHttp.of("PUT", "/api/grids")
                .as(County.administrator())
                .body("text/csv", rows)
                .sendInChunks();
        var allowed = RawHttp.of("PUT", "/api/grids")
                .as(County.administrator())
                .body("text/csv", "code,name\n" + "x".repeat(19 * MEGABYTE))
                .sendInChunks();

        assertThat(answer.says("http.413")).as(answer.body()).isTrue();
        assertThat(inChunks.says("http.413")).as(inChunks.body()).isTrue();
        assertThat(allowed.status()).isEqualTo(200);
    }

    /** One that is still sending after the time for slow bodies, on a busy machine, is told so. */
    @Test
    void sixteenLargeSheetsAtOnceHarmNobodyElse() {
        var sheet = ("code,name\n" + ("x".repeat(200) + ",\n").repeat(19 * MEGABYTE / 202)).getBytes(UTF_8);
        var uploads = IntStream.range(0, 16)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> putGrids(sheet).sendInChunks(), task -> new Thread(task).start()))
                .toList();

        assertThat(submit(valid()).status()).isEqualTo(201);
        assertThat(uploads.stream().map(CompletableFuture::join))
                .allMatch(answer -> answer.status() == 200
                        || answer.isProblem()
                                && (answer.status() == 408
                                        || answer.status() == 503
                                                && answer.headers().containsKey("retry-after")));
        await("a large one passes, when those are through")
                .atMost(Duration.ofMinutes(2))
                .until(() -> putGrids(sheet).sendInChunks().status() == 200);
    }

    private static RawHttp putGrids(byte[] sheet) {
        return RawHttp.of("PUT", "/api/grids").as(County.administrator()).body("text/csv", sheet);
    }

    private RawHttp.Answer submit(String body) {
        return RawHttp.of("POST", "/api/visits")
                .as(team.secretary())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("application/json", body)
                .send();
    }

    private String valid() {
        try {
            return new ObjectMapper().writeValueAsString(visit(team.grid(), resolved()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
