package cn.minyi5.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakBackendTest {
    /** One of realm.json's steps. */
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);

    private static final Person CLERK = new Person("clerk", "pw-1", List.of("clerk"), "370828", "housing", null, "办事员");
    private static final Person SECRETARY =
            new Person("secretary", "pw-2", List.of("secretary"), "370828101", null, "370828101001001", "秘书");

    private static final Person ADMINISTRATOR =
            new Person("administrator", "pw-3", List.of("administrator"), "370828", null, null, "管理员");

    @TempDir
    static Path dir;

    static KeycloakBackend keycloak;

    @BeforeAll
    static void start() {
        var realm =
                new Realm(List.of(CLERK, SECRETARY, ADMINISTRATOR), "secret-of-others", "secret-of-programs", "370828");
        keycloak = new KeycloakBackend(dir, FreePorts.next(), realm, "admin-password");
        keycloak.start();
    }

    @AfterAll
    static void stop() {
        keycloak.stop();
    }

    @Test
    @DisplayName("a token says who somebody is and what he answers for")
    void aTokenSaysWhoSomebodyIs() throws IOException {
        var claims = claims(token(CLERK));
        assertThat(claims.path("iss").textValue()).isEqualTo(keycloak.issuer());
        assertThat(claims.path("aud").textValue()).isEqualTo("minyi5");
        assertThat(claims.path("preferred_username").textValue()).isEqualTo("clerk");
        assertThat(claims.path("name").textValue()).isEqualTo("办事员");
        assertThat(claims.path("division").textValue()).isEqualTo("370828");
        assertThat(claims.path("department").textValue()).isEqualTo("housing");
        assertThat(claims.at("/realm_access/roles"))
                .extracting(JsonNode::textValue)
                .containsExactly("clerk");
        assertThat(claims.path("exp").longValue() - claims.path("iat").longValue())
                .isEqualTo(900);
        assertThat(claims(token(SECRETARY)).path("team").textValue()).isEqualTo("370828101001001");
    }

    @Test
    @DisplayName("another system gets a token with the role integration")
    void anotherSystemGetsATokenWithTheRoleIntegration() throws IOException {
        assertThat(claims(
                                token(
                                        "grant_type=client_credentials&client_id=minyi5-integration&client_secret=secret-of-others"))
                        .at("/realm_access/roles"))
                .extracting(JsonNode::textValue)
                .containsExactly("integration");
    }

    @Test
    @DisplayName("a password is worth a token to the demo's client alone, and never to an administrator")
    void aPasswordIsWorthATokenToTheDemosClientAlone() {
        assertThat(granted("minyi5-cli", CLERK.username(), CLERK.password())).isEqualTo(200);
        assertThat(granted("minyi5-cli", ADMINISTRATOR.username(), ADMINISTRATOR.password()))
                .isEqualTo(401);
        for (var client :
                List.of("minyi5-pages", "admin-cli", "minyi5-administration&client_secret=secret-of-programs")) {
            assertThat(granted(client, CLERK.username(), CLERK.password()))
                    .as(client)
                    .isIn(400, 401);
        }
    }

    @Test
    @DisplayName("a program administers its division by a secret")
    void aProgramAdministersItsDivisionByASecret() throws IOException {
        var claims = claims(token(
                "grant_type=client_credentials&client_id=minyi5-administration&client_secret=secret-of-programs"));
        assertThat(claims.path("division").textValue()).isEqualTo("370828");
        assertThat(claims.at("/realm_access/roles"))
                .extracting(JsonNode::textValue)
                .containsExactly("administrator");
    }

    @Test
    @DisplayName("whoever is guessed at logs in again after seconds, and nobody else waits")
    void whoeverIsGuessedAtLogsInAgainAfterSeconds() {
        for (int guess = 0; guess < 20; guess++) {
            // 400 while nobody is let in under that name from there, not even who knows the password.
            assertThat(granted("minyi5-cli", SECRETARY.username(), "guess-" + guess))
                    .isIn(400, 401);
        }
        assertThat(granted("minyi5-cli", CLERK.username(), CLERK.password())).isEqualTo(200);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> granted("minyi5-cli", SECRETARY.username(), SECRETARY.password()) == 200);
    }

    @Test
    @DisplayName("whoever guesses at a name keeps nobody out who logs in from elsewhere")
    void whoeverGuessesKeepsNobodyOutWhoLogsInFromElsewhere() throws IOException {
        var wrongInARow = 0;
        for (int guess = 0; guess < 20; guess++) {
            var guessedAt = Instant.now();
            assertThat(grantedFrom("127.0.0.2", "guess-" + guess)).isIn(400, 401);
            wrongInARow++;
            if (wrongInARow > 7) {
                var status = grantedFrom("127.0.0.2", CLERK.password());
                // A machine that is slower than the shortest wait has waited already.
                if (Duration.between(guessedAt, Instant.now()).compareTo(SHORTEST_WAIT) < 0) {
                    assertThat(status).as("who guesses waits").isIn(400, 401);
                }
                wrongInARow = status == 200 ? 0 : wrongInARow;
            }
            assertThat(grantedFrom("127.0.0.1", CLERK.password()))
                    .as("from elsewhere")
                    .isEqualTo(200);
        }
    }

    /** The clerk's login from another address of this machine. */
    private static int grantedFrom(String address, String password) throws IOException {
        var form = "grant_type=password&client_id=minyi5-cli&username=" + CLERK.username() + "&password=" + password;
        try (var socket =
                new Socket("127.0.0.1", URI.create(keycloak.issuer()).getPort(), InetAddress.getByName(address), 0)) {
            socket.getOutputStream()
                    .write(("POST /realms/minyi5/protocol/openid-connect/token HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n"
                                    + "Content-Length: " + form.length() + "\r\n\r\n" + form)
                            .getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }

    private static int granted(String client, String username, String password) {
        try {
            return send(tokenRequest("grant_type=password&client_id=" + client + "&username=" + username + "&password="
                            + password))
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("the pages may log in on any loopback port, and only with PKCE")
    void thePagesMayLogInOnAnyLoopbackPort() throws Exception {
        var pkce = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        assertThat(login("http://127.0.0.1:8091/desk/", pkce).statusCode()).isEqualTo(200);
        assertThat(login("http://localhost:8092/", pkce).body()).contains("登录", "css/minyi5.css", "在这台手机上保持登录");
        assertThat(login("http://elsewhere.example/", pkce).statusCode()).isEqualTo(400);
        assertThat(login("http://127.0.0.1:8091/desk/", "").statusCode()).isEqualTo(302);
    }

    private static HttpResponse<String> login(String redirect, String pkce) throws Exception {
        var address = keycloak.issuer()
                + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=minyi5-pages&redirect_uri="
                + redirect + pkce;
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        return send(request);
    }

    private static String token(Person person) throws IOException {
        return token("grant_type=password&client_id=minyi5-cli&username=" + person.username() + "&password="
                + person.password());
    }

    private static String token(String form) throws IOException {
        var answer = send(tokenRequest(form)).body();
        return new ObjectMapper().readTree(answer).path("access_token").textValue();
    }

    private static HttpRequest tokenRequest(String form) {
        return HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
