package cn.minyi5.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Tokens as Keycloak issues them, signed with a key made for this run of the tests. */
public final class Tokens {

    static final String ISSUER = "https://keycloak.test/realms/minyi5";

    private static final KeyPair ANOTHERS = keyPair();

    private final JwtClaimsBuilder claims;
    private final TreeSet<String> roles = new TreeSet<>();
    private Duration lifespan = Duration.ofHours(1);
    private Function<JwtClaimsBuilder, String> signing = JwtClaimsBuilder::sign;

    private Tokens(String username) {
        claims = Jwt.claims()
                .issuer(ISSUER)
                .audience("minyi5")
                .subject("id-of-" + username)
                .claim("preferred_username", username);
    }

    public static Tokens of(String username) {
        return new Tokens(username);
    }

    public Tokens role(String role) {
        roles.add(role);
        return this;
    }

    public Tokens division(String prefix) {
        return claim("division", prefix);
    }

    public Tokens department(String code) {
        return claim("department", code);
    }

    public Tokens team(String code) {
        return claim("team", code);
    }

    Tokens claim(String name, String value) {
        claims.claim(name, value);
        return this;
    }

    /** A token that expired a minute ago. */
    public Tokens expired() {
        return expiresIn(Duration.ofMinutes(-1));
    }

    /** From the moment at which it is made. */
    public Tokens expiresIn(Duration time) {
        lifespan = time;
        return this;
    }

    /** Signed by somebody who is not the realm. */
    Tokens forged() {
        signing = builder -> builder.sign(ANOTHERS.getPrivate());
        return this;
    }

    /** Says of itself that it needs no signature. */
    Tokens unsigned() {
        signing = builder -> {
            var base64 = Base64.getUrlEncoder().withoutPadding();
            var header = base64.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
            return header + "." + builder.sign().split("\\.")[1] + ".";
        };
        return this;
    }

    /** Of another realm of the same server. */
    Tokens foreign() {
        claims.issuer(ISSUER.replace("minyi5", "another"));
        return this;
    }

    /** The value of an Authorization header. */
    public String bearer() {
        var now = System.currentTimeMillis() / 1000;
        claims.claim("realm_access", Map.of("roles", roles))
                .issuedAt(now - 3600)
                .expiresAt(now + lifespan.toSeconds());
        return "Bearer " + signing.apply(claims);
    }

    /** As configuration: what this class signs with, and what the service verifies with. */
    static Map<String, String> keys() {
        var keys = keyPair();
        var base64 = Base64.getEncoder();
        return Map.of(
                "smallrye.jwt.sign.key", base64.encodeToString(keys.getPrivate().getEncoded()),
                "quarkus.oidc.public-key",
                        base64.encodeToString(keys.getPublic().getEncoded()),
                "quarkus.oidc.token.issuer", ISSUER);
    }

    private static KeyPair keyPair() {
        try {
            return KeyUtils.generateKeyPair(2048);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
