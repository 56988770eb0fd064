package cn.minyi5.messaging;

import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the log will say of a unit of work when it commits: {@link Transactions#logged()}. */
public final class LoggedChange {

    static final String APPEND = "select log_change($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    /** Of what no use-case has named. */
    private static final String UNNAMED = "system";

    private static final Caller SYSTEM = new Caller(null, null, null, null, null, null, UNNAMED, null);

    private final @Nullable Caller caller;
    private final byte @Nullable [] sheet;
    private @Nullable String operation;
    private @Nullable String subject;
    private byte @Nullable [] content;
    private boolean confidential;
    private boolean read = true;
    private boolean nothing;

    private LoggedChange(@Nullable Caller caller, byte @Nullable [] sheet) {
        this.caller = caller;
        this.sheet = sheet;
    }

    /** By whoever calls on this context. */
    static LoggedChange here() {
        return new LoggedChange(Caller.current(), Caller.sheet());
    }

    /** Of a unit that changes nothing, or logs by itself. */
    static LoggedChange none() {
        return new LoggedChange(null, null);
    }

    /** What the service does by itself, and to what. Of what somebody calls for, the call says it. */
    public void bySystem(String what, @Nullable String toWhat) {
        if (caller == null) {
            operation = what;
            subject = toWhat;
        }
    }

    /** To what it is done, where the call could not say it: it is new. */
    public void to(Object what) {
        subject = what.toString();
    }

    /** It is about a complaint about officials (ZX02): only the county's supervision office reads of it. */
    public void confidential() {
        confidential = true;
    }

    /**
     * It is about a complaint about the supervision office itself, which reads this log: the line is in the chain, of no
     * jurisdiction, and so in no list (DOMAIN §7).
     */
    public void keptFromReaders() {
        confidential = true;
        read = false;
    }

    /** What was brought or decided, of which the digest is kept if nothing is announced; nothing that is personal. */
    public void content(byte[] brought) {
        content = brought;
    }

    /** It was answered without changing anything. */
    public void nothingChanged() {
        nothing = true;
    }

    /** Null if there is nothing to log: the service looked for work, or moved something of its own about. */
    @Nullable
    Tuple parameters(List<OutboxRow> announcements) {
        if (nothing || caller == null && operation == null && announcements.isEmpty()) {
            return null;
        }
        var by = caller == null ? SYSTEM : read ? caller : caller.ofNoDivision();
        return SqlValues.of(Stream.concat(
                        by.who(),
                        Stream.<@Nullable Object>of(
                                Objects.requireNonNullElse(operation, by.operation()),
                                subject == null ? by.subject() : subject,
                                confidential,
                                digest(announcements)))
                .toArray());
    }

    /**
     * Over what is announced: it says what was changed, and has no personal data in it. Else over what the use-case
     * named, else over the sheet that was brought.
     */
    private byte @Nullable [] digest(List<OutboxRow> announcements) {
        if (announcements.isEmpty()) {
            return content == null ? sheet : sha256().digest(content);
        }
        var digest = sha256();
        for (var row : announcements) {
            digest.update(row.type().getBytes(StandardCharsets.UTF_8));
            digest.update(row.data());
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
