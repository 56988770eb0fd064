package cn.minyi5.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * The master keys of a service: a keyset of Tink, in Tink's JSON, in a file for its owner's eyes alone. The primary one
 * wraps, and what it wraps begins with its id (5 bytes); all of them unwrap. The file is looked at whenever a key is used,
 * so that every process knows a new key from the moment on at which it is written (ADR 0017). Thread-safe.
 */
public final class MasterKeys {

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Path file;
    private volatile Known known;

    private record Known(Written written, KeysetHandle keyset, Aead aead) {}

    /** Each time it is another file; two can be written in one tick of the clock. */
    private record Written(FileTime at, @Nullable Object file) {}

    private MasterKeys(Path file) {
        this.file = file;
        this.known = read();
    }

    /** @throws IllegalStateException if the file is not there or is no keyset; the message never holds a key */
    public static MasterKeys in(Path file) {
        return new MasterKeys(file);
    }

    /**
     * Makes the file with one new key.
     *
     * @param former the master key of before there were keysets, base64 of 32 bytes, which goes on unwrapping; or null
     * @throws IllegalStateException if the file is there: without the keys in it nothing that they wrapped could be read
     */
    public static MasterKeys create(Path file, @Nullable String former) {
        if (Files.exists(file)) {
            throw new IllegalStateException(file + " is there already");
        }
        var builder = KeysetHandle.newBuilder().addEntry(fresh());
        if (former != null) {
            builder.addEntry(FormerMasterKey.of(former).wrapping());
        }
        write(file, build(builder));
        return new MasterKeys(file);
    }

    /** A new key, with which everything is wrapped from now on. */
    public void add() {
        write(file, build(KeysetHandle.newBuilder(current().keyset()).addEntry(fresh())));
    }

    /** Forgets all keys but the primary one: what they have wrapped is unreadable from now on. */
    public void retireOthers() {
        var builder = KeysetHandle.newBuilder(current().keyset());
        for (int at = builder.size() - 1; at >= 0; at--) {
            if (!builder.getAt(at).isPrimary()) {
                builder.deleteAt(at);
            }
        }
        write(file, build(builder));
    }

    /** The first bytes of whatever the primary key wraps. */
    byte[] primaryId() {
        return ((AeadKey) current().keyset().getPrimary().getKey())
                .getOutputPrefix()
                .toByteArray();
    }

    Aead aead() {
        return current().aead();
    }

    private Known current() {
        try {
            if (!written().equals(known.written())) {
                known = read();
            }
        } catch (IOException e) {
            // The keys that were read are as good as before.
            return known;
        }
        return known;
    }

    private Known read() {
        try {
            // Asked first: what is written meanwhile is read again.
            var written = written();
            var keyset = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            return new Known(written, keyset, keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no master keys in " + file, e);
        }
    }

    private Written written() throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Written(attributes.lastModifiedTime(), attributes.fileKey());
    }

    /** Whole or not at all, and for its owner alone, as temporary files are. */
    private static void write(Path file, KeysetHandle keyset) {
        try {
            var half = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", "");
            var text = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
            Files.writeString(half, text, StandardOpenOption.SYNC);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("master keys cannot be written", e);
        }
    }

    private static KeysetHandle.Builder.Entry fresh() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary();
    }

    private static KeysetHandle build(KeysetHandle.Builder builder) {
        try {
            return builder.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no such keyset", e);
        }
    }
}
