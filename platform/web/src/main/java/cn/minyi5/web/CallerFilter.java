package cn.minyi5.web;

import cn.minyi5.messaging.Caller;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Says who calls, from where and for what, before anything is done for them: what they change is logged with it. The
 * address is that of the connection; of a proxy that the installation trusts (quarkus.http.proxy) what it forwards.
 * Who calls what is public is not known here: its use-case may know by a key (Caller.knownAs).
 */
@Singleton
public class CallerFilter {

    private static final int LONGEST_AGENT = 200;

    private final SecurityIdentity identity;
    private final CurrentVertxRequest current;

    CallerFilter(SecurityIdentity identity, CurrentVertxRequest current) {
        this.identity = identity;
        this.current = current;
    }

    /** A question changes nothing. */
    @ServerRequestFilter
    public void note(ContainerRequestContext call, ResourceInfo resource) {
        if (call.getMethod().equals("GET")) {
            return;
        }
        var open = isPublic(resource);
        var token = !open && identity.getPrincipal() instanceof OidcJwtCallerPrincipal principal ? principal : null;
        var address = current.getCurrent().request().remoteAddress();
        var roles = open ? "" : identity.getRoles().stream().sorted().collect(Collectors.joining(","));
        var subject = call.getUriInfo().getPathParameters().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.joining("/"));
        new Caller(
                        token == null ? null : token.getSubject(),
                        token == null ? null : token.getName(),
                        roles.isEmpty() ? null : roles,
                        token == null ? null : CurrentActor.claim(token, "division"),
                        address == null ? null : address.hostAddress(),
                        agent(call.getHeaderString(HttpHeaders.USER_AGENT)),
                        operation(resource),
                        subject.isEmpty() ? null : subject)
                .calls();
    }

    /** Whether anybody may call it, whoever they are. */
    static boolean isPublic(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(PermitAll.class)
                || resource.getResourceClass().isAnnotationPresent(PermitAll.class);
    }

    private static @Nullable String agent(@Nullable String said) {
        if (said == null) {
            return null;
        }
        var printable = said.replaceAll("\\p{Cntrl}", " ");
        return printable.substring(0, Math.min(printable.length(), LONGEST_AGENT));
    }

    private static String operation(ResourceInfo resource) {
        var method = resource.getResourceMethod();
        var published = method.getAnnotation(Operation.class);
        return published == null ? method.getName() : published.operationId();
    }
}
