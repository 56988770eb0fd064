package cn.minyi5.web;

import cn.minyi5.messaging.Rehearsed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The way of a call through the HTTP edge, as far as it comes without a token: to the refusal, and back as a problem. */
@ApplicationScoped
class HttpRehearsal implements Rehearsed {

    private final HttpClient client;

    HttpRehearsal(Vertx vertx, @ConfigProperty(name = "quarkus.http.port") int port) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port));
    }

    @Override
    public Uni<Void> rehearse(Instant now) {
        return Uni.createFrom()
                .completionStage(() -> client.request(HttpMethod.GET, "/api/dead-letters")
                        .compose(HttpClientRequest::send)
                        .compose(HttpClientResponse::body)
                        .toCompletionStage())
                .replaceWithVoid();
    }
}
