package cn.minyi5.local.stack;

import cn.minyi5.backends.Patience;
import cn.minyi5.backends.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Keeps two of {@code up}, {@code down} and the supervisor from working on one home at a time. */
record StackLock(FileChannel channel) implements AutoCloseable {
    private static final Set<StandardOpenOption> CREATED =
            EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    private static final FileAttribute<?> OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Waits for a supervisor, who is done in a moment. @throws StartRefused when another one is at work */
    static StackLock in(Path home) {
        return Patience.waitFor(PATIENCE, PAUSE, () -> ifFree(home))
                .orElseThrow(() -> new StartRefused("another deploy/up or deploy/down is at work on " + home));
    }

    static Optional<StackLock> ifFree(Path home) {
        try {
            Secrets.keepPrivate(home);
            var channel = FileChannel.open(home.resolve("lock"), CREATED, OWNER);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new StackLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
