package cn.minyi5.intake.open311.http;

import cn.minyi5.contracts.language.Refusal;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as clients send it, in one part or in several. From the bytes, which were counted: Quarkus' own reading of forms
 * does not count what comes in chunks, and takes 2 KB of a field.
 *
 * @param files that came along, but for fields where nothing was chosen
 */
record FormBody(Map<String, List<String>> values, List<byte[]> files) {

    private static final int MOST_FIELDS = 100;
    private static final int MOST_BUFFERED = 32 * 1024;

    /** Netty tells of what it cannot read by exceptions of many kinds. */
    static FormBody read(byte[] body, @Nullable String contentType) {
        if (contentType == null
                || !contentType.matches("(?i)(application/x-www-form-urlencoded|multipart/form-data).*")) {
            throw unreadable();
        }
        var request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        HttpPostRequestDecoder decoder = null;
        try {
            decoder = new HttpPostRequestDecoder(
                    new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8, MOST_FIELDS, MOST_BUFFERED);
            return read(decoder);
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable();
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    private static FormBody read(HttpPostRequestDecoder decoder) throws IOException {
        var values = new LinkedHashMap<String, List<String>>();
        var files = new ArrayList<byte[]>();
        for (var data : decoder.getBodyHttpDatas()) {
            if (data instanceof Attribute attribute) {
                values.computeIfAbsent(attribute.getName(), name -> new ArrayList<>())
                        .add(attribute.getValue());
            }
            if (data instanceof FileUpload upload && upload.length() > 0) {
                files.add(upload.get());
            }
        }
        return new FormBody(values, files);
    }

    private static Refusal unreadable() {
        return Refusal.invalid("open311.form-unreadable", "");
    }
}
