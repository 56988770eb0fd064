package cn.minyi5.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingTest {
    @TempDir
    Path dir;

    @Test
    @DisplayName("a directory that could not be filled does not appear, and is filled the next time")
    void aDirectoryThatCouldNotBeFilledDoesNotAppear() {
        var target = dir.resolve("target");
        assertThatThrownBy(() -> Unpacking.once(target, half -> {
                    Files.createFile(half.resolve("first"));
                    throw new IOException("disk full");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("disk full");
        assertThat(target).doesNotExist();
        Unpacking.once(target, half -> Files.createFile(half.resolve("whole")));
        assertThat(target.resolve("whole")).exists();
    }

    @Test
    @DisplayName("an archive cannot write outside its directory")
    void anArchiveCannotWriteOutsideItsDirectory() throws IOException {
        var archive = dir.resolve("evil.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("top/../../outside"));
        }
        var target = Files.createDirectory(dir.resolve("target"));
        assertThatThrownBy(() -> Unpacking.zipWithoutTop(archive, target)).hasMessageContaining("leads out");
        assertThat(dir.resolve("outside")).doesNotExist();
    }
}
