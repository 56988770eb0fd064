package cn.minyi5.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of a page that a service brings along: anybody may read them, they hold nothing of anybody. What is
 * otherwise with them than with an API is said here (ADR 0030).
 */
@Singleton
class Pages {

    /** Files whose name changes with their content. */
    private static final String NEVER_CHANGING = "/static/bundle/";

    private static final String SETTINGS = "/page.json";

    private final List<String> paths;
    private final String login;
    private final Map<String, String> headers;
    private final ObjectMapper json;

    Pages(WebConfig config, ObjectMapper json) {
        this.paths = config.pages().orElse(List.of());
        this.login = config.login().orElse("");
        this.headers = Map.of(
                "Cache-Control", "no-cache",
                "Content-Security-Policy", contentSecurityPolicy(origin(login)),
                "Permissions-Policy", "accelerometer=(), camera=(self), geolocation=(self), microphone=(), payment=()",
                "X-Frame-Options", "SAMEORIGIN");
        this.json = json;
    }

    /** What a page must know before it may ask an API: where people log in. */
    void stand(@Observes Router router) throws JsonProcessingException {
        if (paths.isEmpty()) {
            return;
        }
        var settings = json.writeValueAsString(Map.of("login", login, "client", "minyi5-pages"));
        router.get(SETTINGS).handler(call -> call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(settings));
    }

    boolean has(@Nullable String path) {
        return path != null && paths.stream().anyMatch(page -> isOf(page, path));
    }

    /** @param path one of a page */
    Map<String, String> headers(String path) {
        if (!path.startsWith(NEVER_CHANGING)) {
            return headers;
        }
        var kept = new HashMap<>(headers);
        kept.put("Cache-Control", "public, max-age=31536000, immutable");
        return kept;
    }

    /** A path that ends with a slash stands for all that is below it; "/" is itself alone. */
    private static boolean isOf(String page, String path) {
        return page.equals(path) || page.length() > 1 && page.endsWith("/") && path.startsWith(page);
    }

    /** Framed by itself alone: the login is renewed in a frame that comes back to the page. */
    private static String contentSecurityPolicy(String login) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' blob: data:",
                "manifest-src 'self'",
                "worker-src 'self'",
                ("connect-src 'self' " + login).strip(),
                ("frame-src 'self' " + login).strip(),
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'self'");
    }

    private static String origin(String address) {
        if (address.isEmpty()) {
            return "";
        }
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
