package cn.minyi5.backends;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.MailCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A mail server by SMTP and IMAP, for those who log in; nobody else sends or reads. What arrives is kept in memory until
 * it is stopped, of each mailbox the newest hundred or two; nothing leaves the machine.
 *
 * @param passwords by login: addresses, which have a mailbox each
 */
public record MailBackend(Path dir, int smtpPort, int imapPort, Map<String, String> passwords) implements Server {
    private static final int ANSWER_MILLIS = 2_000;
    private static final int KEPT = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    public MailBackend {
        passwords = Map.copyOf(passwords);
    }

    /** The server's own JVM. @param args SMTP port, IMAP port, and a file with the passwords */
    public static void main(String[] args) throws InterruptedException, FolderException, IOException {
        var smtp = new ServerSetup(Integer.parseInt(args[0]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        var imap = new ServerSetup(Integer.parseInt(args[1]), "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        var users = GreenMailConfiguration.aConfig();
        var passwords = new Properties();
        try (var in = Files.newInputStream(Path.of(args[2]))) {
            passwords.load(in);
        }
        passwords.stringPropertyNames().forEach(login -> users.withUser(login, passwords.getProperty(login)));
        var server = new WithLogin(smtp, imap).withConfiguration(users);
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
        var logins = dir.resolve("logins.properties");
        Secrets.writePrivately(logins, passwords);
        var command = JavaCommand.of(
                List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"),
                MailBackend.class,
                Integer.toString(smtpPort),
                Integer.toString(imapPort),
                logins.toString());
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

    /** GreenMail offers a login by SMTP, and takes mail without it too. */
    private static final class WithLogin extends GreenMail {
        WithLogin(ServerSetup... setups) {
            super(setups);
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
            var services = new HashMap<>(super.createServices(setups, managers));
            services.put(ServerSetup.PROTOCOL_SMTP, new SmtpServer(setups[0], managers) {
                @Override
                protected ProtocolHandler createProtocolHandler(Socket client) {
                    return new SmtpHandler(new LoginFirst(), managers.getSmtpManager(), client);
                }
            });
            return services;
        }
    }

    private static final class LoginFirst extends SmtpCommandRegistry {
        private static final SmtpCommand MAIL = new MailCommand() {
            @Override
            public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line) {
                if (connection.isAuthenticated()) {
                    super.execute(connection, state, manager, line);
                } else {
                    connection.send("530 5.7.0 Authentication required");
                }
            }
        };

        @Override
        public SmtpCommand getCommand(String name) {
            return name.equals("MAIL") ? MAIL : super.getCommand(name);
        }
    }
}
