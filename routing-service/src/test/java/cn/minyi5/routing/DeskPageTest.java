package cn.minyi5.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The desks as a browser without a login gets them. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class DeskPageTest {

    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

    @Test
    void thePageAndEverythingThatItNamesIsPublic() {
        var page = get("/").asString();
        assertThat(page).contains("<desk-app>", "民意“5”来听");
        var named = NAMED.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(named).anyMatch(path -> path.startsWith("/static/bundle/") && path.endsWith(".js"));
        named.forEach(DeskPageTest::get);
        get("/login.html");
        assertThat(get("/page.json").jsonPath().getString("client")).isEqualTo("minyi5-pages");
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

    private static Response get(String path) {
        var answer = RestAssured.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        return answer;
    }
}
