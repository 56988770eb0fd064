package cn.minyi5.privacy;

import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Tells whether two contents are the same without keeping them. Keyed (HMAC-SHA256): a plain hash over a text with a
 * phone number in it could be tried out, number by number. Thread-safe.
 */
public final class Fingerprints {

    private final byte[] key;

    public Fingerprints(MasterKey masterKey) {
        this.key = masterKey.derive("fingerprint.v1");
    }

    /** 64 hex digits. */
    public String of(byte[] content) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmacHex(content);
    }
}
