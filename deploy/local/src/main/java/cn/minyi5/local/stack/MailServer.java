package cn.minyi5.local.stack;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** Main class of the mail server's own JVM: SMTP and IMAP for any address, any password, nothing leaves the machine. */
public final class MailServer {
    private static final String LOOPBACK = "127.0.0.1";

    private MailServer() {}

    /** @param args SMTP port and IMAP port */
    public static void main(String[] args) {
        var smtp = new ServerSetup(Integer.parseInt(args[0]), LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        var imap = new ServerSetup(Integer.parseInt(args[1]), LOOPBACK, ServerSetup.PROTOCOL_IMAP);
        var server = new GreenMail(new ServerSetup[] {smtp, imap})
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "shutdown"));
        server.start();
    }
}
