package cn.minyi5.backends;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A running Keycloak whose realm holds one person of each role, called like the role. */
public final class TestKeycloak {
    private final KeycloakBackend keycloak;
    private final TestPersons persons;

    TestKeycloak(KeycloakBackend keycloak, TestPersons persons) {
        this.keycloak = keycloak;
        this.persons = persons;
    }

    public String issuer() {
        return keycloak.issuer();
    }

    public KeycloakBackend server() {
        return keycloak;
    }

    /** @param username one of {@link Realm#ROLES}; for {@code integration} it is the secret of the client */
    public String password(String username) {
        return persons.password(username);
    }

    /** A fresh access token. @param username one of {@link Realm#ROLES} */
    public String token(String username) {
        var form = new TreeMap<String, String>();
        if (username.equals("integration")) {
            form.put("grant_type", "client_credentials");
            form.put("client_id", Realm.INTEGRATION);
            form.put("client_secret", password(username));
        } else {
            form.put("grant_type", "password");
            form.put("client_id", Realm.CLI);
            form.put("username", username);
            form.put("password", password(username));
        }
        return post(form);
    }

    private String post(Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            var token = new ObjectMapper().readTree(answer.body()).path("access_token");
            if (!token.isTextual()) {
                throw new IllegalStateException("no token: " + answer.statusCode() + " " + answer.body());
            }
            return token.textValue();
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for a token", e);
        }
    }
}
