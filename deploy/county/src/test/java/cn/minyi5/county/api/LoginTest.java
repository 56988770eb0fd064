package cn.minyi5.county.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginTest {
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int goodForSeconds = 900;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var body = "{\"access_token\":\"token%d\",\"expires_in\":%d}"
                    .formatted(asked.size(), goodForSeconds)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksOnceWhileTheTokenIsGood() {
        var login = login();

        assertThat(login.token()).isEqualTo("token1");
        assertThat(login.token()).isEqualTo("token1");
        assertThat(asked)
                .singleElement()
                .asString()
                .contains("grant_type=password", "client_id=minyi5-cli", "username=clerk", "password=a%26b");
    }

    @Test
    void asksAgainBeforeTheTokenExpires() {
        goodForSeconds = 10;
        var login = login();

        assertThat(login.token()).isEqualTo("token1");
        assertThat(login.token()).isEqualTo("token2");
    }

    @Test
    void saysSoWhenThePersonIsNotLetIn() {
        status = 401;

        assertThatThrownBy(login()::token)
                .isInstanceOfSatisfying(ApiRefusal.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(401));
    }

    private Login login() {
        var issuer = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realms/minyi5");
        return Login.ofPerson(HttpClient.newHttpClient(), issuer, "clerk", "a&b");
    }
}
