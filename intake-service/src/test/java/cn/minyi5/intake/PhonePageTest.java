package cn.minyi5.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The phone form as a browser without a login gets it. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class PhonePageTest {

    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

    @Test
    void thePageAndEverythingThatItNamesIsPublic() {
        var page = get("/").asString();
        assertThat(page).contains("<phone-form>", "民意“5”来听");
        var named = NAMED.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(named).anyMatch(path -> path.startsWith("/static/bundle/") && path.endsWith(".js"));
        named.forEach(PhonePageTest::get);
    }

    @Test
    void nothingInThePageRunsButWhatTheServiceServes() {
        var answer = get("/");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
        assertThat(Pattern.compile("<script(?![^>]*src=)|<style|style=|\\son[a-z]+=")
                        .matcher(answer.asString())
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/worker.js", "/manifest.webmanifest", "/login.html", "/page.json", "/icons/icon-192.png"})
    void whatAPhoneNeedsToKeepThePageIsLookedAtAnewEachTime(String path) {
        assertThat(get(path).headers().getValues("Cache-Control")).as(path).containsExactly("no-cache");
    }

    @Test
    void aBundleHasItsContentInItsNameAndIsKeptForGood() {
        var bundle = NAMED.matcher(get("/").asString())
                .results()
                .map(found -> found.group(1))
                .filter(path -> path.startsWith("/static/bundle/"))
                .findFirst()
                .orElseThrow();
        assertThat(get(bundle).headers().getValues("Cache-Control"))
                .containsExactly("public, max-age=31536000, immutable");
    }

    @Test
    void thePageLearnsWherePeopleLogIn() {
        assertThat(get("/page.json").jsonPath().getString("client")).isEqualTo("minyi5-pages");
    }

    @Test
    void whatIsNoPartOfThePageKeepsTheHeadersOfAnApi() {
        assertThat(RestAssured.get("/api/visits").header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }

    private static Response get(String path) {
        var answer = RestAssured.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        return answer;
    }
}
