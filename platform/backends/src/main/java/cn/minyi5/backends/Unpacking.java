package cn.minyi5.backends;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** Unpacks an archive so that its directory appears whole or not at all. */
final class Unpacking {
    private Unpacking() {}

    interface Filler {
        void fill(Path emptyDir) throws IOException;
    }

    /** Fills a new directory beside the target and renames it; nothing when the target is there. */
    static void once(Path target, Filler filler) {
        if (Files.isDirectory(target)) {
            return;
        }
        try {
            Files.createDirectories(target.getParent());
            var half = Files.createDirectory(target.resolveSibling(target.getFileName() + "." + UUID.randomUUID()));
            filler.fill(half);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot fill " + target, e);
        }
    }

    /** Of a server, written by the build. */
    static String version(String server) {
        return ResourceBundle.getBundle("cn.minyi5.backends.versions").getString(server);
    }

    /** A resource, by the program {@code tar}, which knows links and modes. */
    static void tarXz(String archive, Path dir) throws IOException {
        var tar = List.of("tar", "--extract", "--no-same-owner", "--directory=" + dir);
        try (var packed = Unpacking.class.getResourceAsStream(archive)) {
            Commands.run(tar, Map.of(), new XZInputStream(new BufferedInputStream(packed)));
        }
    }

    /** Leaves out the archive's only top directory. */
    static void zipWithoutTop(Path archive, Path dir) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                var name = entry.getName();
                var file = dir.resolve(name.substring(name.indexOf('/') + 1)).normalize();
                if (!file.startsWith(dir)) {
                    throw new IOException("leads out of the archive: " + name);
                }
                Files.createDirectories(file.getParent());
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
    }
}
