package cn.minyi5.web;

import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Whoever has no jurisdiction may see nothing, also not what needs no role of its own (DOMAIN §7). */
class JurisdictionFilter {

    private final SecurityIdentity identity;
    private final CurrentActor actor;

    JurisdictionFilter(SecurityIdentity identity, CurrentActor actor) {
        this.identity = identity;
        this.actor = actor;
    }

    @ServerRequestFilter
    public void refuseWhoHasNone() {
        if (!identity.isAnonymous()) {
            actor.get();
        }
    }
}
