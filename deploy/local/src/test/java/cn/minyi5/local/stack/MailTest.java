package cn.minyi5.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.minyi5.backends.Durability;
import cn.minyi5.county.demo.Mailbox;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTest {
    @TempDir
    private Path home;

    private final Ports ports = Ports.free();
    private Stack stack;

    @BeforeEach
    void start() {
        stack = Stack.at(home, ports, Durability.FAST);
        stack.start(Stack.MAIL);
    }

    @AfterEach
    void stop() {
        stack.stop(Stack.MAIL);
    }

    @Test
    void mailToAPersonIsFoundInThatPersonsMailboxOnly() throws MessagingException {
        send("clerk-jx02", "催办", "工单 1234 将到期");

        assertThat(mailbox("clerk-jx02").subjectsMentioning("1234")).containsExactly("催办");
        assertThat(mailbox("clerk-jx02").subjectsMentioning("4321")).isEmpty();
        assertThat(mailbox("head-jx02").subjectsMentioning("1234")).isEmpty();
    }

    @Test
    void aMailboxKeepsItsNewestMailsAndNotAllOfALoad() throws MessagingException {
        for (int number = 1; number <= 201; number++) {
            send("clerk-jx02", "催办" + number, "工单 1234 将到期");
        }

        var mailbox = mailbox("clerk-jx02");
        await().untilAsserted(() -> assertThat(mailbox.subjectsMentioning("1234"))
                .hasSize(100)
                .contains("催办102", "催办201")
                .doesNotContain("催办101"));
    }

    @Test
    void theServerRunsOnceAndIsGoneWhenStopped() {
        var pid = stack.process(Stack.MAIL).pid();

        stack.start(Stack.MAIL);
        assertThat(stack.process(Stack.MAIL).pid()).isEqualTo(pid);

        stack.kill9(Stack.MAIL);
        assertThat(stack.isRunning(Stack.MAIL)).isFalse();
        stack.stop(Stack.MAIL);
        stack.start(Stack.MAIL);
        assertThat(stack.process(Stack.MAIL).pid()).isNotEqualTo(pid);
    }

    @Test
    void nobodySendsOrReadsWithoutALogin() {
        assertThatThrownBy(() -> send("clerk-jx02", "催办", "工单 1234", false)).hasMessageContaining("530");
        assertThatThrownBy(() -> new Mailbox(ports.of(Port.IMAP), "clerk-jx02", "guess").subjectsMentioning("1234"))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void whatTheStackWritesIsReadableByItsOwnerAlone() throws IOException {
        StackLock.in(home).close();
        ports.keepIn(home);

        assertThat(Files.getPosixFilePermissions(home)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .hasSizeGreaterThan(3)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .as(file.toString())
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private Mailbox mailbox(String username) {
        return new Mailbox(ports.of(Port.IMAP), username, stack.persons().password(username));
    }

    private void send(String username, String subject, String text) throws MessagingException {
        send(username, subject, text, true);
    }

    private void send(String username, String subject, String text, boolean loggedIn) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(ports.of(Port.SMTP)));
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("notification@minyi5.invalid"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(username + "@minyi5.invalid"));
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        if (loggedIn) {
            settings.setProperty("mail.smtp.auth", "true");
            Transport.send(mail, "notification@minyi5.invalid", stack.secrets().password("mail-notification"));
        } else {
            Transport.send(mail);
        }
    }
}
