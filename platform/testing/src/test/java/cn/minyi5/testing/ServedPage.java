package cn.minyi5.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A service's page as a browser without a login gets it, and what every such page is held to. */
public final class ServedPage {

    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*src=)|<style|style=|\\son[a-z]+=");

    private ServedPage() {}

    /** With the headers that any answer of the page has. */
    public static Response get(String path) {
        var answer = RestAssured.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        return answer;
    }

    /** Addresses of scripts, styles and whatever else the page names. */
    public static List<String> named() {
        return NAMED.matcher(get("/").asString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** @param element with which the page begins */
    public static void assertThePageAndEverythingThatItNamesIsPublic(String element) {
        assertThat(get("/").asString()).contains(element, "民意“5”来听");
        assertThat(named()).anyMatch(path -> path.startsWith("/static/bundle/") && path.endsWith(".js"));
        named().forEach(ServedPage::get);
        get("/login.html");
        assertThat(get("/page.json").jsonPath().getString("client")).isEqualTo("minyi5-pages");
    }

    public static void assertNothingRunsButWhatTheServiceServes() {
        var answer = get("/");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
        assertThat(INLINE.matcher(answer.asString()).results().map(MatchResult::group))
                .isEmpty();
    }
}
