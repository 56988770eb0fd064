package cn.minyi5.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Whoever has no jurisdiction may see nothing, also not what needs no role of its own (DOMAIN §7); of what is public nobody
 * is asked who they are.
 */
class JurisdictionFilter {

    private final SecurityIdentity identity;
    private final CurrentActor actor;

    JurisdictionFilter(SecurityIdentity identity, CurrentActor actor) {
        this.identity = identity;
        this.actor = actor;
    }

    @ServerRequestFilter
    public void refuseWhoHasNone(ResourceInfo resource) {
        if (!CallerFilter.isPublic(resource) && !identity.isAnonymous()) {
            actor.get();
        }
    }
}
