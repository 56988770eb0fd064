package cn.minyi5.county.demo;

import cn.minyi5.county.DemoPersons;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.BodyTerm;
import jakarta.mail.search.OrTerm;
import jakarta.mail.search.SubjectTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** One person's mail, read by IMAP from the mail server of the stack. */
public final class Mailbox {
    /** The server removes the oldest mails of a full mailbox, also between a search and the reading of what it found. */
    private static final int READINGS = 5;

    private final int port;
    private final String address;
    private final String password;

    /** @param port of IMAP @param password the person's */
    public Mailbox(int port, String username, String password) {
        this.port = port;
        this.password = password;
        this.address = DemoPersons.mail(username);
    }

    /** Subjects of the mails that mention the text in subject or body, in the order in which they arrived. */
    public List<String> subjectsMentioning(String text) {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port, address, password);
            for (int reading = 1; ; reading++) {
                try {
                    return subjectsMentioning(text, store.getFolder("INBOX"));
                } catch (MessagingException e) {
                    if (reading == READINGS) {
                        throw e;
                    }
                }
            }
        } catch (MessagingException e) {
            throw new DemoFailed("the mailbox of " + address + " cannot be read: " + e.getMessage());
        }
    }

    private static List<String> subjectsMentioning(String text, Folder folder) throws MessagingException {
        try (folder) {
            folder.open(Folder.READ_ONLY);
            var mails = folder.search(new OrTerm(new SubjectTerm(text), new BodyTerm(text)));
            var envelopes = new FetchProfile();
            envelopes.add(FetchProfile.Item.ENVELOPE);
            folder.fetch(mails, envelopes);
            var subjects = new ArrayList<String>();
            for (var mail : mails) {
                subjects.add(mail.getSubject());
            }
            return subjects;
        }
    }
}
