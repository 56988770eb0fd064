package cn.minyi5.privacy;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The one secret of an installation, 32 random bytes. It encrypts nothing itself: each purpose gets a key derived from
 * it (HKDF-SHA256), so that none can stand in for another.
 */
public final class MasterKey {

    static final int BYTES = 32;

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        this.secret = secret;
    }

    /** @throws IllegalArgumentException unless it is base64 of exactly 32 bytes; the message never holds the key */
    public static MasterKey of(String base64) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the master key is not base64");
        }
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("the master key has " + secret.length + " bytes instead of " + BYTES);
        }
        return new MasterKey(secret);
    }

    byte[] derive(String purpose) {
        try {
            return Hkdf.computeHkdf("HmacSha256", secret, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSha256", e);
        }
    }
}
