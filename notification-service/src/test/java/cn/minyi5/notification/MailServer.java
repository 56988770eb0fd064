package cn.minyi5.notification;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A real SMTP server that can be away: the port stays, the server comes and goes. */
public final class MailServer implements AutoCloseable {

    /** A system property and not a field: a Quarkus test sees this class through several class loaders. */
    private static final String PORT = "minyi5.notification.test-mail-port";

    private static final String REFUSED = "refused";

    private final GreenMail greenMail;

    private MailServer() {
        greenMail = new GreenMail(new ServerSetup(Integer.getInteger(PORT), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        var users = greenMail.getUserManager();
        users.setMessageDeliveryHandler((message, address) -> {
            if (address.getEmail().startsWith(REFUSED)) {
                throw new UserException("nobody here by that name");
            }
            return users.getUserByEmail(address.getEmail()) == null
                    ? users.createUser(address.getEmail(), address.getEmail(), "")
                    : users.getUserByEmail(address.getEmail());
        });
        greenMail.start();
    }

    static MailServer start() {
        return new MailServer();
    }

    /** An address that this server never takes anything for. */
    static String refusedAddress(String name) {
        return REFUSED + "-" + name + "@minyi5.invalid";
    }

    List<MimeMessage> to(String address) {
        return Arrays.stream(greenMail.getReceivedMessages())
                .filter(message -> recipients(message).contains(address))
                .toList();
    }

    private static String recipients(MimeMessage message) {
        try {
            return Arrays.toString(message.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        greenMail.stop();
    }

    /** Tells the service where the server will be, and makes its patience short. */
    public static final class Settings implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            try (var free = new ServerSocket(0)) {
                System.setProperty(PORT, String.valueOf(free.getLocalPort()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of(
                    "quarkus.mailer.host", "127.0.0.1",
                    "quarkus.mailer.port", System.getProperty(PORT),
                    "minyi5.sending.tries", "6",
                    "minyi5.sending.first-wait", "PT0.1S",
                    "minyi5.sending.longest-wait", "PT1S");
        }

        @Override
        public void stop() {
            // The tests start and stop the server.
        }
    }
}
