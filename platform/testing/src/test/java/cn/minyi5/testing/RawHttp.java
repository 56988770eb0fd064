package cn.minyi5.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP as bytes, to the service under test: for what no client would send. */
public final class RawHttp {

    private static final int CHUNK = 16 * 1024;
    private static final int LONGEST_HEAD = 10_000;

    private static final int MOST_SHOWN = 600;

    /** In milliseconds. */
    private static final int LONGEST_SILENCE = 60_000;

    private final String target;
    private final String method;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body = {};

    private RawHttp(String method, String target) {
        this.method = method;
        this.target = target;
        header("Host", "localhost");
        header("Connection", "close");
    }

    /** @param headers by their names in small letters */
    public record Answer(int status, Map<String, String> headers, String body) {

        public boolean isProblem() {
            return headers.getOrDefault("content-type", "").startsWith("application/problem+json");
        }

        /** A problem, or at an edge whose errors a standard words, the standard's. */
        public boolean isRefusal() {
            return isProblem() || body.startsWith("[{\"code\":") || body.contains("<errors><error><code>");
        }

        public boolean says(String code) {
            return isProblem() && body.contains("\"code\":\"" + code + "\"");
        }
    }

    /** @param target sent as it is */
    public static RawHttp of(String method, String target) {
        return new RawHttp(method, target);
    }

    public RawHttp as(Tokens token) {
        return header("Authorization", token.bearer());
    }

    public RawHttp header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public RawHttp body(String contentType, String content) {
        return body(contentType, content.getBytes(UTF_8));
    }

    public RawHttp body(String contentType, byte[] content) {
        body = content.clone();
        return header("Content-Type", contentType);
    }

    /** Says beforehand how long the body is. */
    public Answer send() {
        header("Content-Length", String.valueOf(body.length));
        return exchange(out -> out.write(body));
    }

    /** Says that a body follows, and waits for what comes back before it does. */
    public Answer announce(String contentType, long length) {
        header("Content-Type", contentType).header("Content-Length", String.valueOf(length));
        return exchange(out -> {});
    }

    /** Does not say how long it is. */
    public Answer sendInChunks() {
        header("Transfer-Encoding", "chunked");
        return exchange(out -> {
            for (int at = 0; at < body.length; at += CHUNK) {
                var length = Math.min(CHUNK, body.length - at);
                out.write((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
                out.write(body, at, length);
                out.write("\r\n".getBytes(ISO_8859_1));
            }
            out.write("0\r\n\r\n".getBytes(ISO_8859_1));
        });
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private Answer exchange(Content content) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(LONGEST_SILENCE);
            var out = socket.getOutputStream();
            out.write(head().getBytes(ISO_8859_1));
            try {
                content.writeTo(out);
            } catch (SocketException hungUp) {
                // Whoever has heard enough answers and closes; the answer is there to be read.
            }
            return answer(read(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    private String head() {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return head.append("\r\n").toString();
    }

    private static byte[] read(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        var some = new byte[CHUNK];
        var in = socket.getInputStream();
        try {
            for (int length = in.read(some); length >= 0; length = isStream(all) ? -1 : in.read(some)) {
                all.write(some, 0, length);
            }
        } catch (SocketException hungUp) {
            // What came before is the answer.
        }
        return all.toByteArray();
    }

    /** What would go on for an hour has answered with its head. */
    private static boolean isStream(ByteArrayOutputStream read) {
        if (read.size() > LONGEST_HEAD) {
            return false;
        }
        var text = read.toString(ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        return end >= 0 && text.substring(0, end).toLowerCase(Locale.ROOT).contains("content-type: text/event-stream");
    }

    private static Answer answer(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, Map.of(), text);
        }
        var lines = text.substring(0, end).split("\r\n");
        var headers = new TreeMap<String, String>();
        for (int at = 1; at < lines.length; at++) {
            var name = lines[at].substring(0, lines[at].indexOf(':'));
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    lines[at].substring(name.length() + 1).strip());
        }
        var body = text.substring(end + 4);
        var whole = "chunked".equals(headers.get("transfer-encoding")) ? joined(body) : body;
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]), headers, new String(whole.getBytes(ISO_8859_1), UTF_8));
    }

    private static String joined(String chunks) {
        var body = new StringBuilder();
        for (int at = 0; at < chunks.length(); ) {
            var line = chunks.indexOf("\r\n", at);
            var length = Integer.parseInt(chunks.substring(at, line), 16);
            body.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
        return body.toString();
    }

    @Override
    public String toString() {
        var content = new String(body, UTF_8);
        return method + " " + target + " " + headers + " "
                + content.substring(0, Math.min(content.length(), MOST_SHOWN));
    }
}
