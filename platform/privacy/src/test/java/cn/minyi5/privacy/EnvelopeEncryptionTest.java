package cn.minyi5.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeEncryptionTest {

    private static final MasterKey KEY = key(1);
    private final EnvelopeEncryption encryption = new EnvelopeEncryption(KEY);

    @Property(tries = 200)
    void whatWasEncryptedComesBackAsItWas(@ForAll @StringLength(max = 300) String words) {
        var plain = words.getBytes(UTF_8);
        assertThat(encryption.decrypt(encryption.encrypt(plain, "request/1"), "request/1"))
                .isEqualTo(plain);
    }

    @Test
    void nothingOfTheContentCanBeRead() {
        var encrypted = encryption.encrypt("13812345678".getBytes(UTF_8), "request/1");

        assertThat(new String(encrypted.content(), UTF_8)).doesNotContain("138");
        assertThat(encrypted.content()).hasSize(11 + 28);
        assertThat(encrypted.wrappedKey()).hasSize(60);
    }

    @Test
    void eachEncryptionHasAKeyOfItsOwn() {
        var one = encryption.encrypt("same".getBytes(UTF_8), "request/1");
        var other = encryption.encrypt("same".getBytes(UTF_8), "request/1");

        assertThat(one.wrappedKey()).isNotEqualTo(other.wrappedKey());
        assertThatThrownBy(() -> encryption.decrypt(new Encrypted(other.wrappedKey(), one.content()), "request/1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void moreIsEncryptedUnderTheSameKey() {
        var first = encryption.encrypt("file".getBytes(UTF_8), "import/1");
        var row = encryption.encryptUnder(first.wrappedKey(), "row".getBytes(UTF_8), "import/1");

        assertThat(encryption.decrypt(new Encrypted(first.wrappedKey(), row), "import/1"))
                .isEqualTo("row".getBytes(UTF_8));
    }

    @Test
    void whatIsAboutOnePersonCannotBeReadAsAnothers() {
        var encrypted = encryption.encrypt("secret".getBytes(UTF_8), "request/1");

        assertThatThrownBy(() -> encryption.decrypt(encrypted, "request/2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedByteIsNoticed() {
        var encrypted = encryption.encrypt("secret".getBytes(UTF_8), "request/1");
        encrypted.content()[20] ^= 1;

        assertThatThrownBy(() -> encryption.decrypt(encrypted, "request/1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherInstallationCannotDecryptIt() {
        var encrypted = encryption.encrypt("secret".getBytes(UTF_8), "request/1");

        assertThatThrownBy(() -> new EnvelopeEncryption(key(2)).decrypt(encrypted, "request/1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all!"})
    void aMasterKeyThatIsNoneIsRefusedWithoutRepeatingIt(String configured) {
        assertThatThrownBy(() -> MasterKey.of(configured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("c2hvcnQ")
                .hasMessageNotContaining("at all");
    }

    @Test
    void sameContentHasTheSameFingerprintUnderOneKeyOnly() {
        var content = "走访".getBytes(UTF_8);

        assertThat(new Fingerprints(KEY).of(content))
                .isEqualTo("abc81a291c80b018ed075caad5d5cc9822cd74a4d2338048dc64e778867a88b5")
                .isEqualTo(new Fingerprints(key(1)).of(content))
                .isNotEqualTo(new Fingerprints(key(2)).of(content))
                .isNotEqualTo(new Fingerprints(KEY).of("别的".getBytes(UTF_8)));
    }

    private static MasterKey key(int filling) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return MasterKey.of(Base64.getEncoder().encodeToString(bytes));
    }
}
