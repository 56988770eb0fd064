package cn.minyi5.intake.attachment;

import cn.minyi5.backends.FreePorts;
import cn.minyi5.backends.JavaCommand;
import cn.minyi5.backends.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** S3Proxy, a real server that checks signatures, in a process of its own; its objects are in memory. */
final class S3Server implements AutoCloseable {

    /** Where the build has put it. */
    private static final Path JAR = Path.of("target", "s3proxy", "s3proxy.jar");

    private static final String BUCKET = "pictures";
    private static final String ACCESS_KEY = "intake";
    private static final String SECRET_KEY = "for tests only";

    private final int port = FreePorts.next();
    private final Process process;

    S3Server(Path directory) {
        try {
            var settings = directory.resolve("s3proxy.properties");
            Files.writeString(
                    settings,
                    """
                    s3proxy.endpoint=%s
                    s3proxy.authorization=aws-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=transient-nio2
                    """
                            .formatted(address(), ACCESS_KEY, SECRET_KEY));
            process = new ProcessBuilder(List.of(
                            JavaCommand.java(),
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            JAR.toString(),
                            "--properties",
                            settings.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("s3proxy.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Patience.waitUntil(Duration.ofSeconds(60), this::listens)) {
            close();
            throw new IllegalStateException("S3Proxy does not listen, see " + directory);
        }
        makeBucket();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As an installation does once. */
    private void makeBucket() {
        try (var client = S3AsyncClient.builder()
                .endpointOverride(address())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .build()) {
            client.createBucket(bucket -> bucket.bucket(BUCKET)).join();
        }
    }

    AttachmentsConfig.S3 config() {
        return config(SECRET_KEY);
    }

    AttachmentsConfig.S3 config(String secretKey) {
        return at(address(), secretKey, Duration.ofSeconds(20));
    }

    /** As somebody configures it for a server that need not be there. */
    static AttachmentsConfig.S3 at(URI address, String secretKey, Duration patience) {
        return new AttachmentsConfig.S3() {
            @Override
            public Optional<URI> endpoint() {
                return Optional.of(address);
            }

            @Override
            public String region() {
                return Region.US_EAST_1.id();
            }

            @Override
            public String bucket() {
                return BUCKET;
            }

            @Override
            public Optional<String> accessKey() {
                return Optional.of(ACCESS_KEY);
            }

            @Override
            public Optional<String> secretKey() {
                return Optional.of(secretKey);
            }

            @Override
            public Duration patience() {
                return patience;
            }
        };
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
