package cn.minyi5.web;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the actor of this request from its verified token. */
@RequestScoped
public class CurrentActor {

    private final SecurityIdentity identity;

    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws Refusal {@code actor.without-jurisdiction} if the token names none */
    public Actor get() {
        if (!(identity.getPrincipal() instanceof OidcJwtCallerPrincipal token)) {
            throw Refusal.forbidden("actor.without-token");
        }
        var division = claim(token, "division");
        if (division == null) {
            throw Refusal.forbidden("actor.without-jurisdiction");
        }
        return new Actor(
                token.getSubject(),
                token.getName(),
                identity.getRoles(),
                new DivisionCode(division),
                claim(token, "department"),
                claim(token, "team"));
    }

    /** When the token ends, and with it whatever it has opened. */
    public Instant until() {
        return Instant.ofEpochSecond(identity.<Long>getAttribute(VerifiedTokens.EXPIRY));
    }

    /** From the claims themselves: {@code getClaim} throws and catches an exception for every name that is our own. */
    static @Nullable String claim(OidcJwtCallerPrincipal token, String name) {
        return token.getClaims().getClaimValue(name) instanceof String value && !value.isBlank() ? value : null;
    }
}
