package cn.minyi5.local.stack;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Passwords and keys of one stack: generated when first asked for, kept in a file that only its owner can read. */
public final class StackSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 12;
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final Properties secrets = new Properties();

    private StackSecrets(Path file) {
        this.file = file;
    }

    /** Those of {@code <home>/secrets.properties}. */
    public static StackSecrets keptIn(Path home) {
        var secrets = new StackSecrets(home.resolve("secrets.properties"));
        if (Files.exists(secrets.file)) {
            secrets.read();
        }
        return secrets;
    }

    /** 16 letters, digits, - and _. */
    public String password(String name) {
        return get(name, () -> random(Base64.getUrlEncoder(), PASSWORD_BYTES));
    }

    /** 32 bytes in base64. */
    public String key(String name) {
        return get(name, () -> random(Base64.getEncoder(), KEY_BYTES));
    }

    Path file() {
        return file;
    }

    private synchronized String get(String name, Supplier<String> another) {
        var known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        var generated = another.get();
        secrets.setProperty(name, generated);
        write();
        return generated;
    }

    private static String random(Base64.Encoder encoder, int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return encoder.encodeToString(random);
    }

    private void read() {
        try (var in = Files.newBufferedReader(file)) {
            secrets.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: half a file would mean new passwords for old data. */
    private void write() {
        try {
            Files.createDirectories(file.getParent());
            var half = Files.createTempFile(
                    file.getParent(),
                    "secrets",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var text = new StringWriter();
            for (var name : new TreeSet<>(secrets.stringPropertyNames())) {
                text.append(name).append('=').append(secrets.getProperty(name)).append('\n');
            }
            Files.writeString(half, text.toString());
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
