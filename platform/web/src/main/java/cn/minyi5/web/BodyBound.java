package cn.minyi5.web;

import cn.minyi5.messaging.Caller;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes a body may have: 2 MB of JSON, 8 MB of a picture, 20 MB of a sheet or of a form with photos. A body that
 * comes in chunks does not say how long it is, so what is read of it is counted; a picture is by whoever takes it. Of large
 * ones only a few are in hand at once.
 */
@Provider
@Singleton
public class BodyBound implements ReaderInterceptor {

    static final long JSON = 2L * 1024 * 1024;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final long SHEET = 20L * 1024 * 1024;
    public static final long PICTURE = 8L * 1024 * 1024;

    /** More of them at once would take the memory that everybody else lives on. */
    private static final int MOST_LARGE_ONES = 2;

    private final Semaphore largeOnes = new Semaphore(MOST_LARGE_ONES);
    private final CurrentVertxRequest call;

    BodyBound(CurrentVertxRequest call) {
        this.call = call;
    }

    static long of(@Nullable String contentType) {
        if (contentType == null) {
            return JSON;
        }
        return isSheet(contentType) || isFormWithFiles(contentType) ? SHEET : isPicture(contentType) ? PICTURE : JSON;
    }

    static boolean isSheet(String contentType) {
        var type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/csv") || type.startsWith(XLSX);
    }

    private static boolean isFormWithFiles(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    static boolean isPicture(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("image/");
    }

    /** What a body is refused with that turns out to be beyond its bound. */
    public static RuntimeException beyond() {
        return new ClientErrorException(413);
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        var type = body.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        var isSheet = of(type) == SHEET;
        var length = body.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
        if (isSheet && (length == null || Long.parseLong(length) > JSON)) {
            takeOneOfFew();
        }
        if (length == null) {
            body.setInputStream(new Counted(body.getInputStream(), of(type)));
        }
        if (isSheet) {
            body.setInputStream(new Digested(body.getInputStream()));
        }
        return body.proceed();
    }

    /** Until it is answered. */
    private void takeOneOfFew() {
        if (!largeOnes.tryAcquire()) {
            throw new ServiceUnavailableException();
        }
        call.getCurrent().addEndHandler(answered -> largeOnes.release());
    }

    /** For the log of changes: what somebody brought, once all of it was read. */
    private static final class Digested extends DigestInputStream {

        private boolean ended;

        Digested(InputStream in) {
            super(in, DigestUtils.getSha256Digest());
        }

        @Override
        public int read() throws IOException {
            return atEnd(super.read());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return atEnd(super.read(into, offset, length));
        }

        private int atEnd(int read) {
            if (read < 0 && !ended) {
                ended = true;
                Caller.brings(digest.digest());
            }
            return read;
        }
    }

    private static final class Counted extends FilterInputStream {

        private long left;

        Counted(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw beyond();
            }
        }
    }
}
