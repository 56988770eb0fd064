package cn.minyi5.privacy;

import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Tells whether two contents are the same without keeping them. Keyed (HMAC-SHA256): a plain hash over a text with a
 * phone number in it could be tried out, number by number. The key opens nothing and stays when master keys are rotated:
 * a submission that comes again after it is still the same. Thread-safe.
 */
public final class Fingerprints {

    private final byte[] key;

    /** @param key base64 of 32 random bytes */
    public Fingerprints(String key) {
        this.key = KeyBytes.of(key);
    }

    /** With which the installation took fingerprints when it had one master key for everything; it does not tell that. */
    public static String keyOfBefore(String formerMasterKey) {
        return FormerMasterKey.of(formerMasterKey).fingerprintKey();
    }

    /** 64 hex digits. */
    public String of(byte[] content) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmacHex(content);
    }
}
