package cn.minyi5.county.demo;

import cn.minyi5.county.DemoPersons;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** One person's mail, read by IMAP from the mail server of the stack. */
public final class Mailbox {
    private static final String LOOPBACK = "127.0.0.1";

    private final int port;
    private final String address;

    /** @param port of IMAP */
    public Mailbox(int port, String username) {
        this.port = port;
        this.address = DemoPersons.mail(username);
    }

    /** Subjects of the mails that mention the text in subject or body, in the order in which they arrived. */
    public List<String> subjectsMentioning(String text) {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            // The server takes any password.
            store.connect(LOOPBACK, port, address, address);
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            var subjects = new ArrayList<String>();
            for (var mail : inbox.getMessages()) {
                if (mail.getSubject().contains(text)
                        || String.valueOf(mail.getContent()).contains(text)) {
                    subjects.add(mail.getSubject());
                }
            }
            return subjects;
        } catch (MessagingException e) {
            throw new DemoFailed("the mailbox of " + address + " cannot be read: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
