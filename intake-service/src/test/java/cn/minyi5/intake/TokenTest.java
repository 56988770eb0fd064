package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    private static ValidatableResponse masterData(String bearer) {
        return given().header("Authorization", bearer).get("/api/master-data").then();
    }
}
