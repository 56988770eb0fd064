package cn.minyi5.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant EXPIRY = Instant.parse("2021-10-05T02:00:00Z");
    private Instant now = EXPIRY.minusSeconds(1);
    private final VerifiedTokens tokens = new VerifiedTokens(() -> now);

    @Test
    void aVerifiedTokenIsKnownUntilItExpires() {
        verified("secretary", "token");

        assertThat(tokens.find("token")).isNotNull().satisfies(identity -> {
            assertThat(identity.getPrincipal().getName()).isEqualTo("secretary");
            assertThat(identity.getRoles()).containsExactly("role-of-secretary");
        });
        now = EXPIRY;
        assertThat(tokens.find("token")).isNull();
    }

    @Test
    void eachTokenIsItsOwnPersonsAndAnotherOneIsUnknown() {
        verified("secretary", "token");
        verified("clerk", "tokem");

        assertThat(tokens.find("token").getPrincipal().getName()).isEqualTo("secretary");
        assertThat(tokens.find("tokem").getPrincipal().getName()).isEqualTo("clerk");
        assertThat(tokens.find("tokeo")).isNull();
    }

    @Test
    void nothingOfTheRequestThatBroughtItIsKept() {
        verified("secretary", "token");

        var kept = tokens.find("token");

        assertThat(kept.getAttributes()).containsOnlyKeys(VerifiedTokens.EXPIRY);
        assertThat(kept.getCredentials()).isEmpty();
    }

    @Test
    void thereIsRoomForSoManyAndThenItBeginsAnew() {
        verified("first", "first");
        for (int number = 1; number < VerifiedTokens.MOST; number++) {
            verified("secretary", "token " + number);
        }
        assertThat(tokens.find("first")).isNotNull();

        verified("secretary", "one too many");

        assertThat(tokens.find("first")).isNull();
        assertThat(tokens.find("one too many")).isNotNull();
    }

    @Test
    void itIsAskedBeforeTheOneThatVerifies() {
        IdentityProvider<TokenAuthenticationRequest> verifying = new IdentityProvider<>() {
            @Override
            public Class<TokenAuthenticationRequest> getRequestType() {
                return TokenAuthenticationRequest.class;
            }

            @Override
            public Uni<SecurityIdentity> authenticate(
                    TokenAuthenticationRequest request, AuthenticationRequestContext context) {
                return Uni.createFrom().nullItem();
            }
        };

        assertThat(tokens.priority()).isGreaterThan(verifying.priority());
    }

    private void verified(String name, String token) {
        SecurityIdentity identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(Set.of("role-of-" + name))
                .addCredential(new AccessTokenCredential(token))
                .addAttribute(VerifiedTokens.EXPIRY, EXPIRY.getEpochSecond())
                .addAttribute("the request", new Object())
                .build();
        Uni<SecurityIdentity> augmented = tokens.augment(identity, null);
        assertThat(augmented.await().indefinitely()).isSameAs(identity);
    }
}
