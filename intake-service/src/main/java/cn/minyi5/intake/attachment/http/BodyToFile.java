package cn.minyi5.intake.attachment.http;

import cn.minyi5.intake.attachment.ReceivedFile;
import cn.minyi5.web.BodyBound;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.ClientErrorException;
import java.security.MessageDigest;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A body on its way into a file, as it comes: no thread waits for it, and of its bytes no more are in memory than the file
 * is behind. What is really read is counted, whatever was announced. The file has no name any more once it is open: it is
 * gone with the call, or with the process.
 */
final class BodyToFile {

    private final HttpServerRequest request;
    private final AsyncFile file;
    private final MessageDigest sha256 = DigestUtils.getSha256Digest();
    private final Promise<Void> received = Promise.promise();
    private long length;

    /** What has not come to its end: the body, and what of it is being written. */
    private int underWay = 1;

    private BodyToFile(HttpServerRequest request, AsyncFile file) {
        this.request = request;
        this.file = file;
    }

    /**
     * @param work is given the file when all of it has come; it is closed when the work is done
     * @return fails with 413 as soon as the body is beyond the bound of its type
     */
    static <T> Uni<T> received(Vertx vertx, HttpServerRequest request, Function<ReceivedFile, Uni<T>> work) {
        return uni(nameless(vertx)).flatMap(file -> {
            var body = new BodyToFile(request, file);
            return uni(body.read())
                    .flatMap(all -> work.apply(body.asFile()))
                    .onTermination()
                    .call(() -> uni(file.close()));
        });
    }

    private static Future<AsyncFile> nameless(Vertx vertx) {
        var files = vertx.fileSystem();
        return files.createTempFile("upload", "", "rw-------").flatMap(name -> files.open(name, new OpenOptions())
                .flatMap(file -> files.delete(name).map(file)));
    }

    private Future<Void> read() {
        request.handler(this::write)
                .endHandler(end -> cameToItsEnd())
                // A phone has lost its signal, as happens every day.
                .exceptionHandler(hungUp -> received.tryFail(new ClientErrorException(408, hungUp)))
                .resume();
        return received.future();
    }

    private void write(Buffer some) {
        length += some.length();
        if (length > BodyBound.PICTURE) {
            request.pause();
            received.tryFail(BodyBound.beyond());
            return;
        }
        sha256.update(some.getBytes());
        underWay++;
        file.write(some).onSuccess(written -> cameToItsEnd()).onFailure(received::tryFail);
        if (file.writeQueueFull()) {
            request.pause();
            file.drainHandler(written -> request.resume());
        }
    }

    /** All on the event loop of the call. */
    private void cameToItsEnd() {
        underWay--;
        if (underWay == 0) {
            received.tryComplete();
        }
    }

    private ReceivedFile asFile() {
        var digest = sha256.digest();
        return new ReceivedFile() {
            @Override
            public byte[] sha256() {
                return digest.clone();
            }

            @Override
            public byte[] read() {
                var all = Buffer.buffer((int) length);
                return file.read(all, 0, 0, (int) length)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .getBytes();
            }
        };
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future::toCompletionStage);
    }
}
