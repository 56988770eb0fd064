package cn.minyi5.privacy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The one master key of before there were keysets, 32 random bytes; each purpose had a key derived from it (HKDF-SHA256).
 * What it has wrapped names no key.
 */
final class FormerMasterKey {

    private static final int BYTES = 32;

    private final byte[] secret;

    private FormerMasterKey(byte[] secret) {
        this.secret = secret;
    }

    static FormerMasterKey of(String base64) {
        return new FormerMasterKey(KeyBytes.of(base64));
    }

    KeysetHandle.Builder.Entry wrapping() {
        try {
            var parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            var bytes = SecretBytes.copyFrom(derived("wrap-data-keys.v1"), InsecureSecretKeyAccess.get());
            return KeysetHandle.importKey(AesGcmKey.builder()
                            .setParameters(parameters)
                            .setKeyBytes(bytes)
                            .build())
                    .withRandomId();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    String fingerprintKey() {
        return Base64.getEncoder().encodeToString(derived("fingerprint.v1"));
    }

    private byte[] derived(String purpose) {
        try {
            return Hkdf.computeHkdf("HmacSha256", secret, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSha256", e);
        }
    }
}
