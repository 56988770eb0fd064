package cn.minyi5.local.api;

import cn.minyi5.local.stack.Stack;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The county's running services, each as any of its people sees it. */
public final class County {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Login> logins = new ConcurrentHashMap<>();
    private final Stack stack;

    public County(Stack stack) {
        this.stack = stack;
    }

    public Api intake(String username) {
        return api(Stack.INTAKE, username);
    }

    public Api routing(String username) {
        return api(Stack.ROUTING, username);
    }

    public Api escalation(String username) {
        return api(Stack.ESCALATION, username);
    }

    public Api notification(String username) {
        return api(Stack.NOTIFICATION, username);
    }

    /** The person's login at Keycloak; one for all services. */
    public Login login(String username) {
        return logins.computeIfAbsent(
                username,
                name -> new Login(http, stack.issuer(), name, stack.persons().password(name)));
    }

    private Api api(String service, String username) {
        return new Api(http, stack.address(service), login(username));
    }
}
