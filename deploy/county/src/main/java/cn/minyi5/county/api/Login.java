package cn.minyi5.county.api;

import cn.minyi5.backends.Realm;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody logged in at Keycloak; asks for another token shortly before the last one expires. */
public final class Login {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI issuer;
    private final String name;
    private final Map<String, String> form;
    private String token = "";
    private long goodUntilNanos;

    private Login(HttpClient http, URI issuer, String name, Map<String, String> form) {
        this.http = http;
        this.issuer = issuer;
        this.name = name;
        this.form = form;
    }

    /**
     * One person, by password.
     *
     * @param issuer the realm, such as {@code http://127.0.0.1:8180/realms/minyi5}
     */
    public static Login ofPerson(HttpClient http, URI issuer, String username, String password) {
        return new Login(
                http,
                issuer,
                username,
                Map.of("grant_type", "password", "client_id", Realm.CLI, "username", username, "password", password));
    }

    /** A program that administers, by secret: administrators themselves get no token for a password. */
    public static Login ofProgram(HttpClient http, URI issuer, String client, String secret) {
        return new Login(
                http,
                issuer,
                client,
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    /**
     * An access token that is good for half a minute or more.
     *
     * @throws ApiRefusal when Keycloak does not let the person in
     * @throws ApiUnreachable when it does not answer
     */
    public synchronized String token() {
        if (token.isEmpty() || System.nanoTime() - goodUntilNanos > 0) {
            refresh();
        }
        return token;
    }

    private void refresh() {
        var asked = System.nanoTime();
        var answer = Api.send(http, request(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new ApiRefusal("login of " + name, answer.statusCode(), answer.body());
        }
        var body = Api.parsed(answer.body());
        token = body.get("access_token").textValue();
        var goodFor = Duration.ofSeconds(body.get("expires_in").longValue()).minus(MARGIN);
        goodUntilNanos = asked + goodFor.toNanos();
    }

    private HttpRequest request() {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
