package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A verified token is not verified again until it expires: nobody may gain by that. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class TokenTest {

    private final String bearer =
            Tokens.of("token-test").division(County.JINXIANG).bearer();

    @BeforeAll
    static void aCounty() {
        County.load();
    }

    @Test
    void aTokenThatWasTakenIsRefusedOnceItHasExpired() {
        var brief = Tokens.of("brief").division(County.JINXIANG).expiresIn(Duration.ofSeconds(3));
        var header = brief.bearer();
        masterData(header).statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> masterData(header).extract().statusCode() == 401);
    }

    @Test
    void aTokenOfAnotherIsNotMistakenForOneThatWasTaken() {
        var team = County.team();
        as(team.secretary()).get("/api/me/visits").then().statusCode(200);
        as(team.secretary()).get("/api/me/visits").then().statusCode(200);

        as(Tokens.of("secretary-of-" + team.code()).role("clerk").division(County.JINXIANG))
                .get("/api/me/visits")
                .then()
                .statusCode(403);
        as(County.team().secretary())
                .get("/api/me/visits")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    @Test
    void aTakenTokenThatIsChangedIsRefused() {
        masterData(bearer).statusCode(200);
        masterData(bearer).statusCode(200);

        var parts = bearer.split("\\.");
        var other = Tokens.of("somebody").division("37").bearer().split("\\.");
        masterData(parts[0] + "." + other[1] + "." + parts[2]).statusCode(401);
        masterData(parts[0] + "." + parts[1] + "." + other[2]).statusCode(401);
        masterData(bearer).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unsigned",
                "another key's",
                "an unknown key's",
                "a foreign realm's",
                "another audience's",
                "no token"
            })
    void whatTheRealmHasNotSignedForUsIsRefusedWithoutAnErrorInTheLog(String whose) {
        var errors = new ArrayList<String>();
        var listening = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                    errors.add(line.getLoggerName() + ": " + line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(listening);
        try {
            masterData("Bearer " + token(whose))
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("actor.unknown"));
        } finally {
            Logger.getLogger("").removeHandler(listening);
        }
        assertThat(errors).isEmpty();
    }

    private String token(String whose) {
        var parts = bearer.substring("Bearer ".length()).split("\\.");
        return switch (whose) {
            case "unsigned" -> base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
            case "another key's" -> parts[0] + "." + parts[1] + "." + base64("x".repeat(256));
            case "an unknown key's" ->
                base64("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"another\"}") + "." + parts[1] + "." + parts[2];
            case "a foreign realm's" -> signed("https://elsewhere.test/realms/minyi5", "minyi5");
            case "another audience's" -> signed(issuer(parts[1]), "others");
            case "no token" -> "e30.e30.e30";
            default -> throw new IllegalArgumentException(whose);
        };
    }

    private static String signed(String issuer, String audience) {
        return Jwt.claims()
                .issuer(issuer)
                .audience(audience)
                .subject("somebody")
                .claim("division", County.JINXIANG)
                .expiresIn(Duration.ofHours(1))
                .sign();
    }

    private static String issuer(String payload) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(payload), UTF_8))
                .getString("iss");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static ValidatableResponse masterData(String bearer) {
        return given().header("Authorization", bearer).get("/api/master-data").then();
    }
}
