package cn.minyi5.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * Envelope encryption with AES-256-GCM (Tink): each record or file has a data key of its own, wrapped by a master
 * key, whose id the wrapped key names. Both are bound to whom they are about, so that they cannot be moved to another record. Thread-safe.
 */
public final class EnvelopeEncryption {

    private static final int DATA_KEY_BYTES = 32;

    private final MasterKeys masterKeys;

    public EnvelopeEncryption(MasterKeys masterKeys) {
        this.masterKeys = masterKeys;
    }

    /** @param about names the record, such as {@code request/0198…}; the same is needed to decrypt it */
    public Encrypted encrypt(byte[] plain, String about) {
        var dataKey = Random.randBytes(DATA_KEY_BYTES);
        return new Encrypted(encrypt(masterKeys.aead(), dataKey, about), encrypt(aead(dataKey), plain, about));
    }

    /** Encrypts more under the data key of something encrypted before: the two become unreadable together. */
    public byte[] encryptUnder(byte[] wrappedKey, byte[] plain, String about) {
        return encrypt(aead(decrypt(masterKeys.aead(), wrappedKey, about)), plain, about);
    }

    /** @throws IllegalStateException if key or content is not ours, was changed, or is about something else */
    public byte[] decrypt(Encrypted encrypted, String about) {
        return decrypt(aead(decrypt(masterKeys.aead(), encrypted.wrappedKey(), about)), encrypted.content(), about);
    }

    boolean isWrappedByPrimary(byte[] wrappedKey) {
        var id = masterKeys.primaryId();
        return Arrays.equals(id, 0, id.length, wrappedKey, 0, Math.min(id.length, wrappedKey.length));
    }

    /** The same data key, wrapped by the primary master key. */
    byte[] rewrap(byte[] wrappedKey, String about) {
        return encrypt(masterKeys.aead(), decrypt(masterKeys.aead(), wrappedKey, about), about);
    }

    private static Aead aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private static byte[] encrypt(Aead aead, byte[] plain, String about) {
        try {
            return aead.encrypt(plain, about.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + about, e);
        }
    }

    private static byte[] decrypt(Aead aead, byte[] content, String about) {
        try {
            return aead.decrypt(content, about.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt " + about, e);
        }
    }
}
