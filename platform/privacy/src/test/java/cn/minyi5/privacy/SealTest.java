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

class SealTest {

    private static final MasterKey KEY = key(1);
    private final Seal seal = new Seal(KEY);

    @Property(tries = 200)
    void whatWasSealedComesBackAsItWas(@ForAll @StringLength(max = 300) String words) {
        var plain = words.getBytes(UTF_8);
        assertThat(seal.open(seal.seal(plain, "request/1"), "request/1")).isEqualTo(plain);
    }

    @Test
    void nothingOfTheContentCanBeRead() {
        var sealed = seal.seal("13812345678".getBytes(UTF_8), "request/1");

        assertThat(new String(sealed.content(), UTF_8)).doesNotContain("138");
        assertThat(sealed.content()).hasSize(11 + 28);
        assertThat(sealed.wrappedKey()).hasSize(60);
    }

    @Test
    void eachSealingHasAKeyOfItsOwn() {
        var one = seal.seal("same".getBytes(UTF_8), "request/1");
        var other = seal.seal("same".getBytes(UTF_8), "request/1");

        assertThat(one.wrappedKey()).isNotEqualTo(other.wrappedKey());
        assertThatThrownBy(() -> seal.open(new Sealed(other.wrappedKey(), one.content()), "request/1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void moreIsSealedUnderTheSameKey() {
        var first = seal.seal("file".getBytes(UTF_8), "import/1");
        var row = seal.sealWith(first.wrappedKey(), "row".getBytes(UTF_8), "import/1");

        assertThat(seal.open(new Sealed(first.wrappedKey(), row), "import/1")).isEqualTo("row".getBytes(UTF_8));
    }

    @Test
    void whatIsAboutOnePersonDoesNotOpenAsAnothers() {
        var sealed = seal.seal("secret".getBytes(UTF_8), "request/1");

        assertThatThrownBy(() -> seal.open(sealed, "request/2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedByteIsNoticed() {
        var sealed = seal.seal("secret".getBytes(UTF_8), "request/1");
        sealed.content()[20] ^= 1;

        assertThatThrownBy(() -> seal.open(sealed, "request/1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherInstallationCannotOpenIt() {
        var sealed = seal.seal("secret".getBytes(UTF_8), "request/1");

        assertThatThrownBy(() -> new Seal(key(2)).open(sealed, "request/1")).isInstanceOf(IllegalStateException.class);
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
                .hasSize(64)
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
