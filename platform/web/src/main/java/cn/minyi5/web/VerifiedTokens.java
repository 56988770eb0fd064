package cn.minyi5.web;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose signature was verified, until they expire: verifying each again is a third of what a submission costs. A
 * token is found by its SHA-256 alone, so one that differs in a single bit is verified like any other that is new.
 */
@Singleton
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

    /** People of a province in one token's life; beyond it all are verified anew. */
    static final int MOST = 50_000;

    /** Where quarkus-oidc leaves {@code exp}, in seconds since 1970. */
    static final String EXPIRY = "quarkus.identity.expire-time";

    private final Map<String, SecurityIdentity> verified = new ConcurrentHashMap<>();
    private final InstantSource clock;

    VerifiedTokens() {
        this(InstantSource.system());
    }

    VerifiedTokens(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the one that verifies, which names no priority and is asked where this one knows nothing. */
    @Override
    public int priority() {
        return IdentityProvider.super.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(find(request.getToken().getToken()));
    }

    /** Sees every identity; one that was just verified still carries its token. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        var token = identity.getCredential(AccessTokenCredential.class);
        var expiry = identity.<Long>getAttribute(EXPIRY);
        if (token != null && expiry != null) {
            makeRoom();
            verified.put(DigestUtils.sha256Hex(token.getToken()), withoutRequest(identity, expiry));
        }
        return Uni.createFrom().item(identity);
    }

    @Nullable
    SecurityIdentity find(String token) {
        var identity = verified.get(DigestUtils.sha256Hex(token));
        return identity == null || hasExpired(identity) ? null : identity;
    }

    private void makeRoom() {
        if (verified.size() >= MOST) {
            verified.values().removeIf(this::hasExpired);
        }
        if (verified.size() >= MOST) {
            verified.clear();
        }
    }

    private boolean hasExpired(SecurityIdentity identity) {
        return clock.instant().getEpochSecond() >= identity.<Long>getAttribute(EXPIRY);
    }

    /** Its attributes lead to the request it came with, which must not be kept. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity, long expiry) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addAttribute(EXPIRY, expiry)
                .build();
    }
}
