package cn.minyi5.privacy;

import java.util.Base64;

/** Keys as settings write them. */
final class KeyBytes {

    private static final int BYTES = 32;

    private KeyBytes() {}

    /** @throws IllegalArgumentException unless it is base64 of exactly 32 bytes; the message never holds the key */
    static byte[] of(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the key is not base64");
        }
        if (key.length != BYTES) {
            throw new IllegalArgumentException("the key has " + key.length + " bytes instead of " + BYTES);
        }
        return key;
    }
}
