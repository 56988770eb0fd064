package cn.minyi5.routing.webhook.http;

import cn.minyi5.routing.webhook.WebhookConfig;
import cn.minyi5.routing.webhook.WebhookTransport;
import cn.minyi5.routing.webhook.domain.AllowedAddresses;
import cn.minyi5.routing.webhook.domain.AttemptOutcome;
import cn.minyi5.routing.webhook.domain.HookUrl;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The host is looked up here and the connection goes to the very address that was looked at; redirections are not
 * followed; of the answer only its head is read. So nobody can make this service call what only it can reach.
 */
@ApplicationScoped
class HttpTransport implements WebhookTransport {

    private final HttpClient client;
    private final WebhookConfig config;

    HttpTransport(Vertx vertx, WebhookConfig config) {
        // A connection each: there are some hundred deliveries a month, and none waits behind one that hangs.
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(config.atOnce())
                .setConnectTimeout((int) config.timeout().toMillis()));
        this.config = config;
    }

    @Override
    public Uni<AttemptOutcome> send(SignedMessage message, AllowedAddresses allowed) {
        return address(message.url(), allowed).flatMap(address -> post(message, address));
    }

    /** All that a name means must be allowed: it would be by chance which one is taken. */
    private static Uni<InetAddress> address(HookUrl url, AllowedAddresses allowed) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        var addresses = InetAddress.getAllByName(url.host());
                        for (var address : addresses) {
                            url.requireAllowed(address, allowed);
                        }
                        return addresses[0];
                    } catch (UnknownHostException e) {
                        throw new IllegalStateException("unknown-host", e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<AttemptOutcome> post(SignedMessage message, InetAddress address) {
        var sent = new AtomicReference<@Nullable HttpClientRequest>();
        return Uni.createFrom()
                .completionStage(() -> client.request(options(message, address))
                        .onSuccess(sent::set)
                        .compose(request -> request.send(Buffer.buffer(message.body())))
                        .map(HttpTransport::outcome)
                        .toCompletionStage())
                .ifNoItem()
                .after(config.timeout())
                .failWith(() -> new IllegalStateException("timeout"))
                .onTermination()
                .invoke(() -> close(sent.get()));
    }

    private static RequestOptions options(SignedMessage message, InetAddress address) {
        var url = message.url();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(!url.isPlain())
                .setURI(url.path())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "minyi5-webhooks")
                .putHeader("webhook-id", message.id())
                .putHeader("webhook-timestamp", Long.toString(message.timestamp()))
                .putHeader("webhook-signature", message.signature());
    }

    private static AttemptOutcome outcome(HttpClientResponse response) {
        return AttemptOutcome.answered(response.statusCode(), response.getHeader("Retry-After"));
    }

    /** Whatever else it has to say is not read. */
    private static void close(@Nullable HttpClientRequest request) {
        if (request != null) {
            request.connection().close();
        }
    }
}
