package cn.minyi5.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeSet;

/** Tokens as Keycloak issues them, signed with a key made for this run of the tests. */
public final class Tokens {

    static final String ISSUER = "https://keycloak.test/realms/minyi5";
    private static final String PRIVATE = "minyi5.testing.private-key";
    private static final String PUBLIC = "minyi5.testing.public-key";

    private final JwtClaimsBuilder claims;
    private final TreeSet<String> roles = new TreeSet<>();
    private Duration lifespan = Duration.ofHours(1);

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
        claims.claim("division", prefix);
        return this;
    }

    public Tokens department(String code) {
        claims.claim("department", code);
        return this;
    }

    public Tokens team(String code) {
        claims.claim("team", code);
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

    /** The value of an Authorization header. */
    public String bearer() {
        var now = System.currentTimeMillis() / 1000;
        return "Bearer "
                + claims.claim("realm_access", Map.of("roles", roles))
                        .issuedAt(now - 3600)
                        .expiresAt(now + lifespan.toSeconds())
                        .jws()
                        .sign(privateKey());
    }

    static synchronized String publicKey() {
        if (System.getProperty(PUBLIC) == null) {
            makeKeys();
        }
        return System.getProperty(PUBLIC);
    }

    private static PrivateKey privateKey() {
        publicKey();
        try {
            var encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void makeKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var base64 = Base64.getEncoder();
            System.setProperty(PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(PUBLIC, base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
