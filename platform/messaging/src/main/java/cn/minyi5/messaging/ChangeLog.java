package cn.minyi5.messaging;

import cn.minyi5.contracts.language.DivisionCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 变更日志. Who did what, when and from where (ADR 0019). A unit of work that is begun on a {@link Caller}'s context, or
 * announces something, is logged by itself when it commits, in the same round trip; {@link LoggedChange} takes what only
 * its use-case knows.
 */
@ApplicationScoped
public class ChangeLog {

    /** By hand: a report. What the service does by itself belongs to no jurisdiction. */
    private static final String PAGE =
            """
            select id, at, username, roles, division, operation, subject, encode(digest, 'hex') as digest, address, agent
            from change_log
            where id < $1 and starts_with(division, $2) and (not confidential or $3)
              and ($4::text is null or subject = $4)
            order by id desc limit $5""";

    private final Transactions transactions;
    private final Sql sql;

    ChangeLog(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /**
     * A line of the log as a person reads it.
     *
     * @param id higher for what was done later, but for what was done at the same time; with gaps
     * @param digest SHA-256 over what was announced, or else brought or answered
     */
    public record Change(
            long id,
            OffsetDateTime at,
            @Nullable String username,
            @Nullable String roles,
            String division,
            String operation,
            @Nullable String subject,
            @Nullable String digest,
            @Nullable String address,
            @Nullable String agent) {}

    /**
     * What people of the jurisdiction did, latest first.
     *
     * @param confidential also what concerns complaints about officials
     * @param subject only what was done to this; null for all
     * @param before the last id of the page before; null for the first page
     */
    public Uni<List<Change>> page(
            DivisionCode jurisdiction,
            boolean confidential,
            @Nullable String subject,
            @Nullable Long before,
            int limit) {
        var from = before == null ? Long.MAX_VALUE : before;
        return transactions.read(() -> sql.list(Change.class, PAGE, from, jurisdiction, confidential, subject, limit));
    }

    /**
     * The parameters of the SQL function {@code log_change}, for a statement that does everything by itself.
     *
     * @param digest over what was brought; keyed where it is personal
     * @throws IllegalStateException if nobody calls
     */
    public @Nullable Object[] parameters(String subject, boolean confidential, byte[] digest) {
        var caller = Caller.current();
        if (caller == null) {
            throw new IllegalStateException("nobody is known who does this");
        }
        return Stream.concat(caller.who(), Stream.<Object>of(caller.operation(), subject, confidential, digest))
                .toArray();
    }
}
