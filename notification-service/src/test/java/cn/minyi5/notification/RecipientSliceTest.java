package cn.minyi5.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
@QuarkusTestResource(MailServer.Settings.class)
class RecipientSliceTest {

    private static final String HEADER = "username,name,role,department,division,team,email\n";

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void goodRowsGoInAndBadRowsComeBackWithTheReason() {
        put(
                        "370828",
                        HEADER
                                + good("a")
                                + unique + "-b,经办人002,mayor,SHUIWU,370828,,\n"
                                + unique + "-c,经办人003,clerk,,370828,,\n"
                                + unique + "-d,经办人004,clerk,SHUIWU,3708281,,\n"
                                + unique + "-e,经办人005,clerk,SHUIWU,370829,,\n"
                                + good("a"))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("refused.row", contains(3, 4, 5, 6, 7))
                .body("refused.field", contains("role", "department", "division", "division", "username"))
                .body(
                        "refused.code",
                        contains(
                                "recipient.role-unknown",
                                "recipient.department-missing",
                                "division.code-malformed",
                                "recipient.outside-jurisdiction",
                                "recipient.twice-in-list"))
                .body("refused[1].reason", equalTo("经办人和单位负责人要填写单位代码"));
    }

    @Test
    void repeatingAListChangesNothingAndACorrectionIsTaken() {
        put("370828", HEADER + good("a")).body("accepted", equalTo(1));
        put("370828", HEADER + good("a")).body("accepted", equalTo(1)).body("refused", empty());
        put("370828", HEADER + good("a").replace("经办人001", "经办人009")).body("accepted", equalTo(1));

        assertThat(mine("370828")).containsExactly("经办人009");
    }

    @Test
    void peopleOfAnotherJurisdictionAreNeitherSeenNorWrittenOver() {
        put("370828", HEADER + good("a")).body("accepted", equalTo(1));

        put("370829", HEADER + good("a").replace("370828", "370829"))
                .body("accepted", equalTo(0))
                .body("refused.code", contains("recipient.outside-jurisdiction"));
        assertThat(mine("370829")).isEmpty();
        assertThat(mine("370828")).containsExactly("经办人001");
    }

    @Test
    void aListThatLacksColumnsIsRefusedWholeInTheCallersLanguage() {
        given().header("Authorization", administrator("370828"))
                .header("Accept-Language", "en")
                .contentType("text/csv; charset=utf-8")
                .body("username,name\na,b\n")
                .put("/api/recipients")
                .then()
                .statusCode(400)
                .body("code", equalTo("recipients.columns-missing"))
                .body(
                        "detail",
                        equalTo("The list lacks these columns: [role, department, division, team, email]. The first row"
                                + " should be username,name,role,department,division,team,email"));
    }

    @Test
    void whatIsNoCsvIsRefused() {
        put("370828", HEADER + "\"a,b\n").statusCode(400).body("code", equalTo("recipients.unreadable"));
    }

    @Test
    void aGbkListIsRefusedByNameAndNotTakenAsGarbage() {
        given().header("Authorization", administrator("370828"))
                .contentType("text/csv; charset=GBK")
                .body((HEADER + good("gbk")).getBytes(Charset.forName("GBK")))
                .put("/api/recipients")
                .then()
                .statusCode(400)
                .body("code", equalTo("csv.not-utf8"));
    }

    @Test
    void aMarkThatSpreadsheetProgramsPutFirstDoesNoHarm() {
        put("370828", "\uFEFF" + HEADER + good("a")).statusCode(200).body("accepted", equalTo(1));
    }

    @Test
    void listsAreForAdministrators() {
        var supervisor =
                Tokens.of("supervisor").role("supervisor").division("370828").bearer();

        given().get("/api/recipients").then().statusCode(401);
        given().header("Authorization", supervisor)
                .get("/api/recipients")
                .then()
                .statusCode(403)
                .body("code", equalTo("actor.wrong-role"));
    }

    private String good(String name) {
        return unique + "-" + name + ",经办人001,clerk,SHUIWU,370828,,clerk@minyi5.invalid\n";
    }

    private static ValidatableResponse put(String jurisdiction, String csv) {
        return given().header("Authorization", administrator(jurisdiction))
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .put("/api/recipients")
                .then();
    }

    private List<String> mine(String jurisdiction) {
        return given().header("Authorization", administrator(jurisdiction))
                .get("/api/recipients?limit=200&after=" + unique)
                .jsonPath()
                .getList("items.findAll { it.username.startsWith('" + unique + "') }.name", String.class);
    }

    private static String administrator(String jurisdiction) {
        return Tokens.of("administrator")
                .role("administrator")
                .division(jurisdiction)
                .bearer();
    }
}
