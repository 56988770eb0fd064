package cn.minyi5.privacy;

import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.subtle.PrfHmacJce;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether two contents are the same without keeping them. Keyed (HMAC-SHA256): a plain hash over a text with a
 * phone number in it could be tried out, number by number. Thread-safe.
 */
public final class Fingerprints {

    private static final int BYTES = 32;

    private final Prf hmac;

    public Fingerprints(MasterKey masterKey) {
        try {
            this.hmac = new PrfHmacJce("HMACSHA256", new SecretKeySpec(masterKey.derive("fingerprint.v1"), "HMAC"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSha256", e);
        }
    }

    /** 64 hex digits. */
    public String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(hmac.compute(content, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot compute an HMAC", e);
        }
    }
}
