package cn.minyi5.backends;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A mail server for any address and any password, by SMTP and IMAP. What arrives is kept until it is stopped; nothing
 * leaves the machine.
 */
public final class MailBackend extends Server {
    private static final int ANSWER_MILLIS = 2_000;

    private final int smtpPort;
    private final int imapPort;

    private MailBackend(Path dir, int smtpPort, int imapPort) {
        super(dir, "mail");
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    public static MailBackend at(Path dir, int smtpPort, int imapPort) {
        return new MailBackend(dir, smtpPort, imapPort);
    }

    /** The server's own JVM. @param args SMTP port and IMAP port */
    public static void main(String[] args) {
        var smtp = new ServerSetup(Integer.parseInt(args[0]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        var imap = new ServerSetup(Integer.parseInt(args[1]), "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        var server = new GreenMail(new ServerSetup[] {smtp, imap})
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "shutdown"));
        server.start();
    }

    @Override
    public void launch() {
        var command = JavaCommand.of(
                List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"),
                MailBackend.class,
                Integer.toString(smtpPort),
                Integer.toString(imapPort));
        process().start(command, JavaCommand.environment());
    }

    @Override
    public String missing() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), smtpPort)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            var greeting =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var line = greeting.readLine();
            return line != null && line.startsWith("220") ? "" : "it does not greet";
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
