import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import department.client.ApiClient;
import department.client.ApiException;
import department.client.api.WorkOrdersApi;
import department.client.model.ReplyInput;
import department.client.model.ResultCode;
import department.client.model.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a department's own system may look like: it knows its service account and the secret of its subscription, hears of
 * orders by webhook, and signs and answers each through the client that openapi-generator has made of the published
 * document. It keeps nothing: what it hears twice, it finds done. Copy it.
 */
public final class DepartmentProgram {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Webhook webhook;
    private final WorkOrdersApi workOrders;

    private DepartmentProgram() throws Exception {
        webhook = new Webhook(setting("WEBHOOK_SECRET"));
        var client = new ApiClient();
        client.updateBaseUri(setting("API_URL"));
        client.setRequestInterceptor(call -> call.header("Authorization", "Bearer " + token()));
        workOrders = new WorkOrdersApi(client);
    }

    public static void main(String[] args) throws Exception {
        var program = new DepartmentProgram();
        var port = Integer.parseInt(setting("PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/minyi5", program::hear);
        server.start();
        System.out.println("listening");
    }

    /** Whatever is not answered with 2xx comes again. */
    private void hear(HttpExchange call) throws IOException {
        try (call) {
            var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            try {
                webhook.verify(body, call.getRequestHeaders());
                var message = JSON.readTree(body);
                if (message.get("type").textValue().equals("work-order.dispatched.v1")) {
                    handle(UUID.fromString(message.at("/data/id").textValue()));
                }
                call.sendResponseHeaders(204, -1);
            } catch (WebhookVerificationException forged) {
                call.sendResponseHeaders(401, -1);
            } catch (ApiException | RuntimeException failed) {
                System.out.println("comes again: " + failed);
                call.sendResponseHeaders(503, -1);
            }
        }
    }

    /** The keys name the step of this dispatch: sent again after a crash they bring the first answer back. */
    private void handle(UUID id) throws ApiException {
        var order = workOrders.getWorkOrder(id);
        var step = id + "-" + order.getDispatchNo();
        if (order.getState() == State.AWAITING_SIGN) {
            order = workOrders.signWorkOrder(id, "sign-" + step, String.valueOf(order.getVersion()));
        }
        if (order.getState() == State.IN_PROGRESS) {
            var reply = new ReplyInput()
                    .resultCode(ResultCode.SOLVED)
                    .text("已到场维修，供水恢复正常，群众在场确认。")
                    .contactLog("当日电话联系并到场");
            order = workOrders.replyToWorkOrder(id, reply, "reply-" + step, String.valueOf(order.getVersion()));
        }
        System.out.println(order.getNumber() + " " + order.getState());
    }

    /** A real system keeps it until shortly before it expires. */
    private String token() {
        var form = "grant_type=client_credentials&client_id=" + encoded("CLIENT_ID") + "&client_secret="
                + encoded("CLIENT_SECRET");
        var call = HttpRequest.newBuilder(URI.create(setting("TOKEN_URL")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var answer = http.send(call, BodyHandlers.ofString());
            return JSON.readTree(answer.body()).get("access_token").textValue();
        } catch (IOException e) {
            throw new IllegalStateException("no token", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("no token", e);
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(setting(name), StandardCharsets.UTF_8);
    }

    private static String setting(String name) {
        return System.getenv(name);
    }
}
