package cn.minyi5.intake.attachment;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.BytesWrapper;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket of any server that speaks S3. The client is asynchronous from end to end: no thread waits for the server. */
final class S3Store implements AttachmentStore, AutoCloseable {

    private final S3AsyncClient client;
    private final String bucket;

    S3Store(AttachmentsConfig.S3 config) {
        this.bucket = config.bucket();
        var builder = S3AsyncClient.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config))
                // Few servers but AWS know names of hosts for buckets, or checksums behind a body.
                .forcePathStyle(true)
                .overrideConfiguration(each -> each.apiCallTimeout(config.patience()))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        config.endpoint().ifPresent(builder::endpointOverride);
        this.client = builder.build();
    }

    /** Else those of the host, as the SDK finds them. */
    private static AwsCredentialsProvider credentials(AttachmentsConfig.S3 config) {
        return config.accessKey().isPresent()
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        config.accessKey().get(), config.secretKey().orElse("")))
                : DefaultCredentialsProvider.builder().build();
    }

    @Override
    public Uni<Void> put(String name, byte[] content) {
        return Uni.createFrom()
                .completionStage(() ->
                        client.putObject(to -> to.bucket(bucket).key(name), AsyncRequestBody.fromBytesUnsafe(content)))
                .replaceWithVoid();
    }

    @Override
    public Uni<byte[]> get(String name) {
        return Uni.createFrom()
                .completionStage(
                        () -> client.getObject(of -> of.bucket(bucket).key(name), AsyncResponseTransformer.toBytes()))
                .map(BytesWrapper::asByteArrayUnsafe)
                .onFailure(S3Store::isMissing)
                .recoverWithNull();
    }

    @Override
    public Uni<Void> delete(String name) {
        return Uni.createFrom()
                .completionStage(
                        () -> client.deleteObject(of -> of.bucket(bucket).key(name)))
                .replaceWithVoid();
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof NoSuchKeyException
                || failure instanceof CompletionException && failure.getCause() instanceof NoSuchKeyException;
    }

    @Override
    public void close() {
        client.close();
    }
}
