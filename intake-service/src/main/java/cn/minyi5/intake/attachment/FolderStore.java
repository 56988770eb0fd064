package cn.minyi5.intake.attachment;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;

/** A folder of this host, for its owner alone: whole or not at all, and synced to the disk before it counts. */
final class FolderStore implements AttachmentStore {

    private static final String HALF = ".half";

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public Uni<Void> put(String name, byte[] content) {
        return blocking(() -> {
            var file = file(name);
            var privately = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(file.getParent(), privately);
            var half = Files.createTempFile(file.getParent(), name, HALF);
            try {
                writeSynced(half, content);
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
            sync(file.getParent());
            sync(folder);
            return null;
        });
    }

    @Override
    public Uni<byte[]> get(String name) {
        return blocking(() -> {
            try {
                return Files.readAllBytes(file(name));
            } catch (NoSuchFileException none) {
                return null;
            }
        });
    }

    @Override
    public Uni<Void> delete(String name) {
        return blocking(() -> {
            Files.deleteIfExists(file(name));
            return null;
        });
    }

    /** Among others of the same last two letters: names begin with the time, and a folder of a year is slow. */
    private Path file(String name) {
        var id = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return folder.resolve(id.substring(id.length() - 2)).resolve(name);
    }

    private static void writeSynced(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** The name of a file is kept by its folder. */
    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static <T> Uni<T> blocking(Callable<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.call();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
