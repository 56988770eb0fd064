package cn.minyi5.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept alive: writes bytes that were built before and reads an answer that has a
 * Content-Length. It does nothing else, because load and measured share the cores.
 */
public final class HttpConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int read;
    private int bodyFrom;
    private int bodyTo;

    public HttpConnection(URI service) throws IOException {
        socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), TIMEOUT_MILLIS);
            in = socket.getInputStream();
            out = socket.getOutputStream();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** @param token empty for none */
    public static byte[] get(URI service, String path, String token) {
        return (head("GET", service, path, token) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @param key the Idempotency-Key, 36 characters */
    static byte[] post(URI service, String path, String token, String key, String body) {
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        return (head("POST", service, path, token)
                        + "Idempotency-Key: " + key + "\r\n"
                        + "Content-Type: application/json\r\n"
                        + "Content-Length: " + length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a GET over a connection of its own is answered with 200. */
    public static boolean isAnswered(URI service, String path, String token) {
        try (var connection = new HttpConnection(service)) {
            return connection.exchange(get(service, path, token)) == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Sends a whole request and waits for the whole answer.
     *
     * @return its status
     */
    public int exchange(byte[] request) throws IOException {
        out.write(request);
        read = 0;
        bodyFrom = headEnd();
        bodyTo = bodyFrom + contentLength();
        if (bodyTo > buffer.length) {
            throw new IOException("an answer of " + bodyTo + " bytes is too long for a measurement");
        }
        while (read < bodyTo) {
            more();
        }
        // HTTP/1.1 201 Created
        return Integer.parseInt(new String(buffer, 9, 3, StandardCharsets.US_ASCII));
    }

    /** The body of the last answer. */
    public String body() {
        return new String(buffer, bodyFrom, bodyTo - bodyFrom, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String head(String method, URI service, String path, String token) {
        var authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\n" + authorization
                + "Accept: application/json\r\n";
    }

    private int headEnd() throws IOException {
        var from = 0;
        while (true) {
            for (int at = Math.max(from - 3, 0); at + 3 < read; at++) {
                if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
                    return at + 4;
                }
            }
            from = read;
            more();
        }
    }

    private int contentLength() throws IOException {
        var head = new String(buffer, 0, bodyFrom, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        if (head.contains(CHUNKED)) {
            throw new IOException("an answer in chunks, which this client does not read");
        }
        var at = head.indexOf(LENGTH);
        return at < 0
                ? 0
                : Integer.parseInt(head.substring(at + LENGTH.length(), head.indexOf('\r', at))
                        .strip());
    }

    private void more() throws IOException {
        if (read == buffer.length) {
            throw new IOException("an answer is too long for a measurement");
        }
        var some = in.read(buffer, read, buffer.length - read);
        if (some < 0) {
            throw new EOFException("the service closed the connection");
        }
        read += some;
    }
}
