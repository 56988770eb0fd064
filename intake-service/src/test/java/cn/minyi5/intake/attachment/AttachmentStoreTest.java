package cn.minyi5.intake.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What every store of pictures promises, asked of a folder and of a server that speaks S3. */
class AttachmentStoreTest {

    @TempDir
    static Path directory;

    private static S3Server server;
    private static S3Store bucket;

    private final String name = UUID.randomUUID() + ".thumbnail";

    @BeforeAll
    static void start() {
        server = new S3Server(directory);
        bucket = new S3Store(server.config());
    }

    @AfterAll
    static void stop() {
        bucket.close();
        server.close();
    }

    static List<AttachmentStore> stores() {
        return List.of(new FolderStore(directory.resolve("pictures")), bucket);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void whatWasPutComesBackByteByByte(AttachmentStore store) {
        var picture = new byte[9 * 1024 * 1024];
        new Random(5).nextBytes(picture);

        await(store.put(name, picture));

        assertThat(await(store.get(name))).isEqualTo(picture);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void whatWasNeverPutIsNotThere(AttachmentStore store) {
        assertThat(await(store.get(name))).isNull();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void whatIsDeletedIsGoneAndMayBeDeletedAgain(AttachmentStore store) {
        var other = UUID.randomUUID().toString();
        await(store.put(name, "one".getBytes(UTF_8)));
        await(store.put(other, "other".getBytes(UTF_8)));

        await(store.delete(name));
        await(store.delete(name));

        assertThat(await(store.get(name))).isNull();
        assertThat(await(store.get(other))).asString(UTF_8).isEqualTo("other");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void whatIsPutAgainCounts(AttachmentStore store) {
        await(store.put(name, "first".getBytes(UTF_8)));
        await(store.put(name, "second".getBytes(UTF_8)));

        assertThat(await(store.get(name))).asString(UTF_8).isEqualTo("second");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void manyArePutAtOnceAndNoneIsTakenForAnother(AttachmentStore store) {
        var names = IntStream.range(0, 40).mapToObj(n -> UUID.randomUUID() + "").toList();

        await(Uni.join()
                .all(names.stream()
                        .map(each -> store.put(each, each.getBytes(UTF_8)))
                        .toList())
                .andFailFast());

        for (var each : names) {
            assertThat(await(store.get(each))).asString(UTF_8).isEqualTo(each);
        }
    }

    @Test
    void aFolderIsForItsOwnerAloneAndHoldsNothingByHalves() throws IOException {
        var folder = directory.resolve("private");

        await(new FolderStore(folder).put(name, "picture".getBytes(UTF_8)));

        try (var all = Files.walk(folder)) {
            var files = all.filter(Files::isRegularFile).toList();
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.getFileName()).hasToString(name);
                assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
                assertThat(Files.getPosixFilePermissions(file.getParent()))
                        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            });
        }
    }

    @Test
    void aServerThatRefusesTheKeyIsAFailureAndNoMissingPicture() {
        try (var stranger = new S3Store(server.config("guessed"))) {
            assertThatThrownBy(() -> await(stranger.put(name, new byte[] {1}))).isInstanceOf(S3Exception.class);
            assertThatThrownBy(() -> await(stranger.get(name))).isInstanceOf(S3Exception.class);
        }
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(60));
    }
}
