package cn.minyi5.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * On every answer what the OWASP REST Security Cheat Sheet asks for. Not by quarkus.http.header, which reads the address
 * first and leaves one that cannot be read without them. What ends TLS in front adds Strict-Transport-Security, which
 * must not be said over plain HTTP (RFC 6797, 7.2).
 */
@ApplicationScoped
class SafeHeaders {

    private static final String CACHING = "Cache-Control";

    private static final Map<String, String> HEADERS = Map.of(
            CACHING,
            "no-store",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'",
            "Permissions-Policy",
            "accelerometer=(), camera=(), geolocation=(), microphone=(), payment=()",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY");

    private final Pages pages;

    SafeHeaders(Pages pages) {
        this.pages = pages;
    }

    /** Whatever is behind it has an opinion of its own, which would be a second line. */
    private static void sayOnce(String header, RoutingContext call) {
        var headers = call.response().headers();
        var said = headers.get(header);
        call.addHeadersEndHandler(end -> headers.set(header, said));
    }

    void stand(@Observes Filters filters) {
        filters.register(
                call -> {
                    var headers = call.response().headers();
                    headers.addAll(HEADERS);
                    var path = call.request().path();
                    if (pages.has(path)) {
                        pages.headers(path).forEach(headers::set);
                    }
                    sayOnce(CACHING, call);
                    call.next();
                },
                RequestGuard.BEFORE_ALL_OTHERS + 1);
    }
}
