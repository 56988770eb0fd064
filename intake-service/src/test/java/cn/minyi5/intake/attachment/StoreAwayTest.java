package cn.minyi5.intake.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.attachment.PictureFiles.Size;
import cn.minyi5.intake.attachment.domain.Attachment;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A bucket whose server is away, or takes calls and never answers. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class StoreAwayTest {

    @Inject
    EnvelopeEncryption encryption;

    @Inject
    AttachmentsConfig config;

    private final UUID file = UUID.randomUUID();

    @Test
    void aServerThatIsAwayTakesNothingAndShowsNothingForNow() throws IOException {
        int port;
        try (var closed = listening()) {
            port = closed.getLocalPort();
        }
        refusesForNow(port);
    }

    @Test
    void aServerThatNeverAnswersIsAway() throws IOException {
        try (var silent = listening()) {
            refusesForNow(silent.getLocalPort());
        }
    }

    private void refusesForNow(int port) {
        var address = URI.create("http://127.0.0.1:" + port);
        try (var bucket = new S3Store(S3Server.at(address, "any", Duration.ofSeconds(2)))) {
            var files = new PictureFiles(bucket, encryption, config);
            var picture = Picture.of(Photos.jpeg(64, 48), 1_000_000);
            refused("attachment.store-away", files.put(file, picture));
            refused("attachment.kept-but-away", files.get(kept(), new byte[0], Size.FULL));
            files.end(null);
        }
    }

    private static void refused(String code, Uni<?> work) {
        assertThatThrownBy(() -> work.await().atMost(Duration.ofSeconds(60)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Attachment kept() {
        return new Attachment("somebody", "T999", file, "", 1, 64, 48, "", Instant.EPOCH, null, null, null);
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
