package cn.minyi5.backends;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What nobody chose: passwords and keys, made when first asked for, kept in a file only its owner can read. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 12;
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final Properties secrets = new Properties();

    private Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                secrets.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Those of {@code <dir>/secrets.properties}. */
    public static Secrets keptIn(Path dir) {
        return new Secrets(dir.toAbsolutePath().resolve("secrets.properties"));
    }

    /** 16 letters, digits, - and _. */
    public String password(String name) {
        return get(name, Base64.getUrlEncoder(), PASSWORD_BYTES);
    }

    /** 32 bytes in base64. */
    public String key(String name) {
        return get(name, Base64.getEncoder(), KEY_BYTES);
    }

    /** Null if there is none of the name. */
    public synchronized @Nullable String find(String name) {
        return secrets.getProperty(name);
    }

    /** @param value null to forget it */
    public synchronized void set(String name, @Nullable String value) {
        if (value == null) {
            secrets.remove(name);
        } else {
            secrets.setProperty(name, value);
        }
        write();
    }

    public Path file() {
        return file;
    }

    /** Writes a file that only its owner can read. Whole or not at all: half a file would mean new passwords. */
    public static void writePrivately(Path file, String text) {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var dir = Files.createDirectories(file.toAbsolutePath().getParent());
            var half = Files.createTempFile(dir, file.getFileName() + ".", "", owner);
            Files.writeString(half, text);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Properties read it, so that no value is understood otherwise than it was meant. */
    static void writePrivately(Path file, Map<String, String> settings) {
        var properties = new Properties();
        properties.putAll(settings);
        var text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writePrivately(file, text.toString());
    }

    /**
     * Makes a directory that only its owner can look into, also one that was there before. Where PostgreSQL has to run as
     * nobody, others may pass through.
     */
    public static void keepPrivate(Path dir) {
        var mode = Unprivileged.detect() == Unprivileged.NOBODY ? "rwx--x--x" : "rwx------";
        try {
            Files.setPosixFilePermissions(Files.createDirectories(dir), PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized String get(String name, Base64.Encoder encoder, int bytes) {
        if (!secrets.containsKey(name)) {
            var random = new byte[bytes];
            RANDOM.nextBytes(random);
            secrets.setProperty(name, encoder.encodeToString(random));
            write();
        }
        return secrets.getProperty(name);
    }

    private void write() {
        var text = new StringBuilder();
        for (var each : new TreeSet<>(secrets.stringPropertyNames())) {
            text.append(each).append('=').append(secrets.getProperty(each)).append('\n');
        }
        writePrivately(file, text.toString());
    }
}
