package cn.minyi5.backends;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TestBackendsTest {
    @Test
    @DisplayName("two tests get two databases of one server")
    void twoTestsGetTwoDatabasesOfOneServer() {
        var first = TestBackends.freshDatabase("intake");
        var second = TestBackends.freshDatabase("intake");
        assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
        assertThat(first.reactiveUrl())
                .startsWith("postgresql://127.0.0.1:" + TestBackends.postgres().port() + "/intake_");
    }

    @Test
    @DisplayName("a token says who somebody is and what he answers for")
    void aTokenSaysWhoSomebodyIs() throws IOException {
        var claims = claims("clerk");
        assertThat(claims.path("iss").textValue())
                .isEqualTo(TestBackends.keycloak().issuer());
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
        assertThat(claims("secretary").path("team").textValue()).isEqualTo("370828101001001");
    }

    @Test
    @DisplayName("another system gets a token with the role integration")
    void anotherSystemGetsATokenWithTheRoleIntegration() throws IOException {
        assertThat(claims("integration").at("/realm_access/roles"))
                .extracting(JsonNode::textValue)
                .containsExactly("integration");
    }

    @Test
    @DisplayName("the pages may log in on any loopback port, and only with PKCE")
    void thePagesMayLogInOnAnyLoopbackPort() throws Exception {
        var pkce = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        assertThat(login("http://127.0.0.1:8091/desk/", pkce).statusCode()).isEqualTo(200);
        assertThat(login("http://localhost:8092/", pkce).body()).contains("登录");
        assertThat(login("http://elsewhere.example/", pkce).statusCode()).isEqualTo(400);
        assertThat(login("http://127.0.0.1:8091/desk/", "").statusCode()).isEqualTo(302);
    }

    private static HttpResponse<String> login(String redirect, String pkce) throws Exception {
        var address = TestBackends.keycloak().issuer()
                + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=minyi5-pages&redirect_uri="
                + redirect + pkce;
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode claims(String username) throws IOException {
        var payload = TestBackends.keycloak().token(username).split("\\.")[1];
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(payload));
    }
}
