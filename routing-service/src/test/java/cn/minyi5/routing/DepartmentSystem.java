package cn.minyi5.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A department's own system: listens on this machine, and answers as the test wants. */
final class DepartmentSystem implements AutoCloseable {

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Function<Call, Integer> answering = call -> 204;
    private volatile Map<String, String> headers = Map.of();

    DepartmentSystem() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::hear);
        server.start();
    }

    /** What it was sent, as it came. */
    record Call(String id, long timestamp, String signature, String body) {

        String type() {
            return JsonPath.from(body).getString("type");
        }

        String order() {
            return JsonPath.from(body).getString("data.id");
        }

        /** By what Standard Webhooks says, and not by its library, with which the service signs. */
        boolean isSignedBy(String secret) {
            try {
                var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                var signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                var wanted = "v1," + Base64.getEncoder().encodeToString(signed);
                return List.of(signature.split(" ")).contains(wanted);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        var sent = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var call = new Call(
                sent.getFirst("webhook-id"),
                Long.parseLong(sent.getFirst("webhook-timestamp")),
                sent.getFirst("webhook-signature"),
                body);
        assertThat(exchange.getRequestMethod()).isEqualTo("POST");
        var status = answering.apply(call);
        calls.add(call);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/minyi5?from=county";
    }

    void answers(Function<Call, Integer> how) {
        answering = how;
    }

    void answers(int status, Map<String, String> withHeaders) {
        headers = withHeaders;
        answering = call -> status;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Call> callsAbout(Object order) {
        return calls.stream()
                .filter(call -> order.toString().equals(call.order()))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
