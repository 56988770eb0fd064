package cn.minyi5.local.stack;

import cn.minyi5.backends.JavaCommand;
import cn.minyi5.backends.OsProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A mail server on the loopback address; what arrives is kept until it is stopped. */
record MailPart(OsProcess process, int smtpPort, int imapPort) implements Part {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final int ANSWER_MILLIS = 2_000;

    @Override
    public void start() {
        if (!process.isRunning()) {
            var command = JavaCommand.of(
                    List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                    MailServer.class,
                    Integer.toString(smtpPort),
                    Integer.toString(imapPort));
            process.start(command, JavaCommand.environment());
        }
        process.awaitReady(START, this::greets);
    }

    @Override
    public void stop() {
        process.stop(STOP);
    }

    private boolean greets() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), smtpPort)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            var greeting =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var line = greeting.readLine();
            return line != null && line.startsWith("220");
        } catch (IOException e) {
            return false;
        }
    }
}
