package cn.minyi5.backends;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A mail server for any address and any password, by SMTP and IMAP. What arrives is kept in memory until it is stopped,
 * of each mailbox the newest hundred or two; nothing leaves the machine.
 */
public record MailBackend(Path dir, int smtpPort, int imapPort) implements Server {
    private static final int ANSWER_MILLIS = 2_000;
    private static final int KEPT = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** The server's own JVM. @param args SMTP port and IMAP port */
    public static void main(String[] args) throws InterruptedException, FolderException {
        var smtp = new ServerSetup(Integer.parseInt(args[0]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        var imap = new ServerSetup(Integer.parseInt(args[1]), "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        var server = new GreenMail(new ServerSetup[] {smtp, imap})
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "shutdown"));
        server.start();
        try {
            while (!stopped.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                forgetOld(server.getManagers());
            }
        } finally {
            // Also when it can forget nothing more: it would fill up unseen, and is better started again.
            server.stop();
        }
    }

    /** Twenty thousand mails of a load would fill the memory. */
    private static void forgetOld(Managers managers) throws FolderException {
        for (var user : managers.getUserManager().listUser()) {
            var inbox = managers.getImapHostManager().getInbox(user);
            if (inbox.getMessageCount() > 2 * KEPT) {
                var mails = List.copyOf(inbox.getMessages());
                mails.subList(0, mails.size() - KEPT).forEach(mail -> mail.setFlag(Flags.Flag.DELETED, true));
                inbox.expunge();
            }
        }
    }

    @Override
    public OsProcess process() {
        return new OsProcess(dir, "mail");
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
            var greeting = new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII);
            return greeting.equals("220") ? "" : "it does not greet";
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
