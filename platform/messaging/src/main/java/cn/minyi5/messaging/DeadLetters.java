package cn.minyi5.messaging;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events that could not be read or handled, for the administrators of a division: those of places in it, and, for who
 * administrates all of the installation, those of which nobody can tell whose they are. The others do not exist for them.
 */
@ApplicationScoped
public class DeadLetters {

    /** By hand, because it is read as it is shown: of a confidential matter nothing that leads back (ADR 0016). */
    private static final String PAGE =
            """
            select id, consumer_group as "group", topic, partition, position, case when not confidential then key end as key,
                   type, reason, failed_at, replayed_at, dismissed_at, dismissed_by, dismissal_reason
            from dead_letter
            where id > $1 and case when division is null then $4 else division like $3 || '%' end
            order by id limit $2""";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Transactions transactions;
    private final Sql sql;
    private final SetAside setAside;
    private final DivisionCode installation;

    DeadLetters(Transactions transactions, Sql sql, SetAside setAside, MessagingConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.setAside = setAside;
        this.installation = new DivisionCode(config.division());
    }

    /** A letter as a person sees it. @param key of what it is about; null as well where nothing may lead back to it */
    public record Letter(
            UUID id,
            String group,
            String topic,
            int partition,
            long position,
            @Nullable String key,
            @Nullable String type,
            String reason,
            OffsetDateTime failedAt,
            @Nullable OffsetDateTime replayedAt,
            @Nullable OffsetDateTime dismissedAt,
            @Nullable String dismissedBy,
            @Nullable String dismissalReason) {}

    /** Oldest first. @param after the last id of the page before, or null; @param limit 1 to 200 */
    public Uni<List<Letter>> page(DivisionCode division, @Nullable UUID after, int limit) {
        return transactions.read(() -> sql.list(
                Letter.class,
                PAGE,
                after == null ? BEFORE_ALL : after,
                limit,
                division,
                division.contains(installation)));
    }

    /**
     * 作废. A letter that can never be read or handled is dismissed for good, and then holds nothing back.
     *
     * @param by who says so
     * @throws Refusal {@code dead-letter.unknown}; {@code dead-letter.settled} if it was replayed or dismissed before
     */
    public Uni<Void> dismiss(DivisionCode division, UUID id, String reason, String by) {
        return transactions.run(now -> locked(division, id).flatMap(letter -> {
            if (letter.replayedAt != null || letter.dismissedAt != null) {
                throw Refusal.conflict("dead-letter.settled");
            }
            transactions.logged().content(reason.getBytes(StandardCharsets.UTF_8));
            letter.dismissedAt = now;
            letter.dismissedBy = by;
            letter.dismissalReason = reason;
            return transactions.session().update(letter);
        }));
    }

    /** @throws Refusal {@code dead-letter.unknown} */
    Uni<SetAsideRow> locked(DivisionCode division, UUID id) {
        return setAside.locked(id).invoke(letter -> {
            var theirs = letter.division == null
                    ? division.contains(installation)
                    : letter.division.startsWith(division.value());
            if (letter.nextTryAt != null || !theirs) {
                throw Refusal.notFound("dead-letter.unknown");
            }
            if (letter.confidential) {
                transactions.logged().confidential();
            }
        });
    }
}
