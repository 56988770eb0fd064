package cn.minyi5.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Envelope encryption with AES-256-GCM (Tink): each record or file has a data key of its own, wrapped by a key of the
 * installation. Both are bound to whom they are about, so that they cannot be moved to another record. Thread-safe.
 */
public final class EnvelopeEncryption {

    private static final int DATA_KEY_BYTES = 32;

    private final Aead wrapping;

    public EnvelopeEncryption(MasterKey masterKey) {
        this.wrapping = aead(masterKey.derive("wrap-data-keys.v1"));
    }

    /** @param about names the record, such as {@code request/0198…}; the same is needed to decrypt it */
    public Encrypted encrypt(byte[] plain, String about) {
        var dataKey = Random.randBytes(DATA_KEY_BYTES);
        return new Encrypted(encrypt(wrapping, dataKey, about), encrypt(aead(dataKey), plain, about));
    }

    /** Encrypts more under the data key of something encrypted before: the two become unreadable together. */
    public byte[] encryptUnder(byte[] wrappedKey, byte[] plain, String about) {
        return encrypt(aead(decrypt(wrapping, wrappedKey, about)), plain, about);
    }

    /** @throws IllegalStateException if key or content is not ours, was changed, or is about something else */
    public byte[] decrypt(Encrypted encrypted, String about) {
        return decrypt(aead(decrypt(wrapping, encrypted.wrappedKey(), about)), encrypted.content(), about);
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
