package cn.minyi5.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.testing.RawHttp;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody meets who knocks at a service, from wherever and with whatever. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class EdgesTest {

    private static final Map<String, String> HEADERS = Map.of(
            "cache-control", "no-store",
            "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
            "referrer-policy", "no-referrer",
            "x-content-type-options", "nosniff",
            "x-frame-options", "DENY");

    /** In milliseconds. */
    private static final int LONGEST_SILENCE = 60_000;

    private static final Tokens KNOWN = Tokens.of("edges").role("secretary").division(County.JINXIANG);

    @TestHTTPResource(value = "/", management = true)
    URL management;

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/health/ready", "/openapi"})
    void metricsHealthAndOpenApiAreOnAPortOfTheirOwn(String path) {
        given().get(path).then().statusCode(404);
        given().get("/q" + path).then().statusCode(404);
        assertThat(RestAssured.get(management + path.substring(1)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyAnswerCarriesTheHeadersOfOwaspAndNoBanner(int status, RawHttp call) {
        var answer = call.send();

        assertThat(answer.status()).as("%s: %s", call, answer.body()).isEqualTo(status);
        assertThat(answer.headers()).containsAllEntriesOf(HEADERS).containsKey("permissions-policy");
        assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by");
    }

    static Stream<Arguments> answers() {
        var known = Tokens.of("edges").role("administrator").division(County.JINXIANG);
        return Stream.of(
                Arguments.of(200, RawHttp.of("GET", "/api/master-data").as(known)),
                Arguments.of(400, RawHttp.of("GET", "/api/%zz")),
                Arguments.of(401, RawHttp.of("GET", "/api/me/visits")),
                Arguments.of(403, RawHttp.of("GET", "/api/me/visits").as(known)),
                Arguments.of(404, RawHttp.of("GET", "/nothing/here")),
                Arguments.of(405, RawHttp.of("DELETE", "/api/visits").as(known)),
                Arguments.of(406, RawHttp.of("GET", "/api/visits").header("Accept", "what;q=7")),
                Arguments.of(415, RawHttp.of("POST", "/api/visits").body("application/json; charset=gbk", "{}")));
    }

    @Test
    void inventedPathsAndMethodsMakeNoNewMetricLabels() {
        invent("before", true);
        invent("before", false);
        var before = series();
        for (int number = 0; number < 200; number++) {
            invent(UUID.randomUUID().toString(), number % 2 == 0);
        }
        assertThat(series()).isNotEmpty().isSubsetOf(before);
    }

    private static void invent(String name, boolean loggedIn) {
        for (var path : List.of("/", "/api/", "/api/visits/", "/api/requests/", "/api/visits?x=%zz/")) {
            sendMaybeLoggedIn(RawHttp.of("GET", path + name), loggedIn);
        }
        sendMaybeLoggedIn(RawHttp.of("M" + name.toUpperCase(Locale.ROOT), "/api/visits"), loggedIn);
    }

    private static void sendMaybeLoggedIn(RawHttp call, boolean loggedIn) {
        (loggedIn ? call.as(KNOWN) : call).send();
    }

    @Test
    void aBodyThatTricklesInIsCutOff() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(LONGEST_SILENCE);
            var out = socket.getOutputStream();
            out.write(("POST /api/visits HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 2000\r\nAuthorization: " + KNOWN.bearer() + "\r\n\r\n")
                    .getBytes(UTF_8));
            var trickle = Executors.newSingleThreadScheduledExecutor();
            try {
                trickle.scheduleAtFixedRate(() -> writeOne(out), 0, 200, TimeUnit.MILLISECONDS);
                var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 408 ").contains("application/problem+json", "http.408");
            } finally {
                trickle.shutdownNow();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /api/me/visits HTTP/1.1\r\nHost: localhost\r\n\r\n"})
    void aHeadThatTricklesInIsCutOffAlsoAfterOneThatWasAnswered(String before) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(LONGEST_SILENCE);
            var out = socket.getOutputStream();
            out.write(before.getBytes(UTF_8));
            out.write("GET /api/grids HTTP/1.1\r\nHost: localhost\r\nX-Slow:".getBytes(UTF_8));
            var trickle = Executors.newSingleThreadScheduledExecutor();
            try {
                trickle.scheduleAtFixedRate(() -> writeOne(out), 0, 200, TimeUnit.MILLISECONDS);
                assertThat(heardUntilTheEnd(socket).split("HTTP/1.1 ")).hasSize(before.isEmpty() ? 1 : 2);
            } finally {
                trickle.shutdownNow();
            }
        }
    }

    @Test
    void aConnectionOnWhichNothingComesIsCutOff() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(LONGEST_SILENCE);
            assertThat(heardUntilTheEnd(socket)).isEmpty();
        }
    }

    private static String heardUntilTheEnd(Socket socket) throws IOException {
        var heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
        } catch (SocketException hungUp) {
            // What is on its way when a connection is closed makes a reset of it.
        }
        return heard.toString(UTF_8);
    }

    private static void writeOne(OutputStream out) {
        try {
            out.write(' ');
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }

    @Test
    void anAddressThatCallsWithoutALoginTooOftenIsTurnedAwayAndOthersAreNot() throws IOException {
        var calls = 3_001;

        var answers = asked("", calls);

        assertThat(answers[0]).startsWith("HTTP/1.1 401 ");
        assertThat(answers[calls - 1]).startsWith("HTTP/1.1 429 ").containsIgnoringCase("retry-after: 60");
        assertThat(asked("Authorization: Bearer e30.e30.\r\n", 1)[0])
                .as("a token that is none")
                .startsWith("HTTP/1.1 429 ");
        assertThat(asked("Authorization: " + KNOWN.bearer() + "\r\nConnection: close\r\n", 1)[0])
                .as("somebody who has logged in, from there, is told that they have no team")
                .startsWith("HTTP/1.1 403 ");
        given().get("/api/me/visits").then().statusCode(401);
    }

    /** Calls from an address of its own over one connection, until it is closed. */
    private static String[] asked(String header, int calls) throws IOException {
        var stranger = InetAddress.getByName("127.0.0.9");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port, stranger, 0)) {
            socket.setSoTimeout(LONGEST_SILENCE);
            var call = ("GET /api/me/visits HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n").getBytes(UTF_8);
            var sending = new Thread(() -> {
                try {
                    for (int sent = 0; sent < calls; sent++) {
                        socket.getOutputStream().write(call);
                    }
                    socket.shutdownOutput();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            sending.start();
            return new String(socket.getInputStream().readAllBytes(), UTF_8).split("(?=HTTP/1\\.1 )");
        }
    }

    private List<String> series() {
        return RestAssured.get(management + "metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("http_server"))
                // Without its value, and without the trace that is an example of it.
                .map(line -> line.split(" # ", 2)[0])
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
    }
}
