package cn.minyi5.web;

import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Whoever has no jurisdiction may see nothing, also not what needs no role of its own (DOMAIN §7). */
class JurisdictionFilter {

    @ServerRequestFilter
    void refuseWhoHasNone(SecurityIdentity identity, CurrentActor actor) {
        if (!identity.isAnonymous()) {
            actor.get();
        }
    }
}
