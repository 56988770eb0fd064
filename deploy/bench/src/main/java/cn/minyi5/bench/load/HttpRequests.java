package cn.minyi5.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests as the bytes that travel. */
public final class HttpRequests {
    private HttpRequests() {}

    /** @param token empty for none */
    public static byte[] get(URI service, String path, String token) {
        return (head("GET", service, path, token) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @param key the Idempotency-Key, 36 characters */
    static byte[] post(URI service, String path, String token, String key, String body) {
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        return (head("POST", service, path, token)
                        + "Idempotency-Key: " + key + "\r\n"
                        + "Content-Type: application/json\r\n"
                        + "Content-Length: " + length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a GET over a connection of its own is answered with 200. */
    public static boolean isAnswered(URI service, String path, String token) {
        try (var connection = new HttpConnection(service)) {
            return connection.exchange(get(service, path, token)) == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static String head(String method, URI service, String path, String token) {
        var authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\n" + authorization
                + "Accept: application/json\r\n";
    }
}
