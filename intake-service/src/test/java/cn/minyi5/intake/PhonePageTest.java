package cn.minyi5.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.testing.ServedPage;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The phone form as a browser without a login gets it. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class PhonePageTest {

    @Test
    void thePageAndEverythingThatItNamesIsPublic() {
        ServedPage.assertThePageAndEverythingThatItNamesIsPublic("<phone-form>");
    }

    @Test
    void nothingInThePageRunsButWhatTheServiceServes() {
        ServedPage.assertNothingRunsButWhatTheServiceServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/worker.js", "/manifest.webmanifest", "/login.html", "/page.json", "/icons/icon-192.png"})
    void whatAPhoneNeedsToKeepThePageIsLookedAtAnewEachTime(String path) {
        assertThat(cacheControl(path)).as(path).containsExactly("no-cache");
    }

    @Test
    void aBundleHasItsContentInItsNameAndIsKeptForGood() {
        var bundle = ServedPage.named().stream()
                .filter(path -> path.startsWith("/static/bundle/"))
                .findFirst()
                .orElseThrow();
        assertThat(cacheControl(bundle)).containsExactly("public, max-age=31536000, immutable");
    }

    @Test
    void whatIsNoPartOfThePageKeepsTheHeadersOfAnApi() {
        assertThat(RestAssured.get("/api/visits").header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }

    private static List<String> cacheControl(String path) {
        return ServedPage.get(path).headers().getValues("Cache-Control");
    }
}
