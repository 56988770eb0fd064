package cn.minyi5.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeEncryptionTest {

    private static final String FORMER = key(1);
    private static final Path DIRECTORY = directory();

    private final Path file = DIRECTORY.resolve(UUID.randomUUID() + ".json");
    private final MasterKeys masterKeys = MasterKeys.create(file, null);
    private final EnvelopeEncryption encryption = new EnvelopeEncryption(masterKeys);

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
        assertThat(encrypted.wrappedKey()).hasSize(65);
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

        assertThatThrownBy(() -> new EnvelopeEncryption(keyset("other")).decrypt(encrypted, "request/1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all!"})
    void aKeyThatIsNoneIsRefusedWithoutRepeatingIt(String configured) {
        assertThatThrownBy(() -> new Fingerprints(configured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("c2hvcnQ")
                .hasMessageNotContaining("at all");
    }

    @Test
    void aWrappedKeyNamesItsMasterKey() {
        var before = encryption.encrypt("secret".getBytes(UTF_8), "request/1");
        assertThat(before.wrappedKey()).startsWith(masterKeys.primaryId());
        assertThat(encryption.isWrappedByPrimary(before.wrappedKey())).isTrue();

        masterKeys.add();

        assertThat(encryption.isWrappedByPrimary(before.wrappedKey())).isFalse();
        assertThat(encryption.encrypt("more".getBytes(UTF_8), "request/2").wrappedKey())
                .startsWith(masterKeys.primaryId());
    }

    @Test
    void whoRunsWhileAMasterKeyIsAddedReadsWhatTheNewOneHasWrapped() {
        var file = DIRECTORY.resolve("two.json");
        var here = new EnvelopeEncryption(MasterKeys.create(file, null));
        var there = MasterKeys.in(file);
        there.add();

        var encrypted = new EnvelopeEncryption(there).encrypt("secret".getBytes(UTF_8), "request/1");

        assertThat(here.decrypt(encrypted, "request/1")).isEqualTo("secret".getBytes(UTF_8));
    }

    @Test
    void whatWasWrappedAnewOpensWithTheNewMasterKeyAndTheOldOneOpensNothingMore() {
        var encrypted = encryption.encrypt("secret".getBytes(UTF_8), "request/1");
        masterKeys.add();
        var rewrapped = new Encrypted(encryption.rewrap(encrypted.wrappedKey(), "request/1"), encrypted.content());
        masterKeys.retireOthers();

        assertThat(encryption.decrypt(rewrapped, "request/1")).isEqualTo("secret".getBytes(UTF_8));
        assertThatThrownBy(() -> encryption.decrypt(encrypted, "request/1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatTheOneMasterKeyOfBeforeHasWrappedStaysReadableUntilItIsRetired() {
        var wrapped = HexFormat.of()
                .parseHex(
                        "020202020202020202020202ef4e2cbfd581e2aea849835e1db47f3152f88e24f2a77d1719de70cd21eec4c224b9417c52f5d505b48e69cffaa2e44a");
        var before = new Encrypted(
                wrapped,
                HexFormat.of().parseHex("020202020202020202020202fd3a62e3e17f0132f41e4c092cf54629975e7e0f976f"));
        var keys = MasterKeys.create(DIRECTORY.resolve("taken-over.json"), FORMER);
        var encryption = new EnvelopeEncryption(keys);

        assertThat(encryption.decrypt(before, "request/1")).asString(UTF_8).isEqualTo("王五");
        var rewrapped = new Encrypted(encryption.rewrap(wrapped, "request/1"), before.content());
        keys.retireOthers();
        assertThat(encryption.decrypt(rewrapped, "request/1")).asString(UTF_8).isEqualTo("王五");
        assertThatThrownBy(() -> encryption.decrypt(before, "request/1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyTheirOwnerReadsTheFileOfMasterKeys() throws IOException {
        keyset("private").add();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(DIRECTORY.resolve("private.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileOfMasterKeysIsNeverMadeOverAnother() {
        var encrypted = encryption.encrypt("secret".getBytes(UTF_8), "request/1");

        assertThatThrownBy(() -> MasterKeys.create(file, null)).isInstanceOf(IllegalStateException.class);

        assertThat(encryption.decrypt(encrypted, "request/1")).isEqualTo("secret".getBytes(UTF_8));
    }

    @Test
    void whereThereAreNoMasterKeysNothingStarts() {
        assertThatThrownBy(() -> MasterKeys.in(DIRECTORY.resolve("none.json")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sameContentHasTheSameFingerprintUnderOneKeyOnly() {
        var content = "走访".getBytes(UTF_8);
        var fingerprints = new Fingerprints(key(1));

        assertThat(fingerprints.of(content))
                .isEqualTo(new Fingerprints(key(1)).of(content))
                .isNotEqualTo(new Fingerprints(key(2)).of(content))
                .isNotEqualTo(fingerprints.of("别的".getBytes(UTF_8)));
    }

    @Test
    void fingerprintsOfBeforeStayTheSame() {
        assertThat(new Fingerprints(Fingerprints.keyOfBefore(FORMER)).of("走访".getBytes(UTF_8)))
                .isEqualTo("abc81a291c80b018ed075caad5d5cc9822cd74a4d2338048dc64e778867a88b5");
    }

    private static MasterKeys keyset(String name) {
        return MasterKeys.create(DIRECTORY.resolve(name + ".json"), null);
    }

    private static String key(int filling) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Path.of("target"), "master-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
