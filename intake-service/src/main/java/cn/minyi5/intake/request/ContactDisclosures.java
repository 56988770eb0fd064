package cn.minyi5.intake.request;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log of who was shown whose contact, and how many a person may see in an hour. */
@ApplicationScoped
class ContactDisclosures {

    private static final Duration WINDOW = Duration.ofHours(1);

    /** By hand: one after the other for each person, over all copies. */
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext('disclosures of ' || $1))";

    /** By hand: by the ids, which begin with the time, because no index leads to a person. */
    private static final String RECENT =
            """
            select count(*) as number, min(disclosed_at) as oldest
            from contact_disclosure where id >= $1 and username = $2""";

    private final Transactions transactions;
    private final Sql sql;
    private final Config config;

    ContactDisclosures(Transactions transactions, Sql sql, Config config) {
        this.transactions = transactions;
        this.sql = sql;
        this.config = config;
    }

    /** How much is more than anybody's work needs. */
    @ConfigMapping(prefix = "minyi5.disclosures")
    public interface Config {

        /** A clerk who calls people back all day reaches one in two minutes. */
        @WithDefault("30")
        int mostAnHour();
    }

    record Recent(long number, @Nullable Instant oldest) {}

    /** @throws Refusal if the person has seen too many in the last hour */
    Uni<Void> log(UUID requestId, Actor actor, String reason, Instant now) {
        return sql.rows(LOCK, actor.username())
                .chain(() -> sql.first(Recent.class, RECENT, firstIdAt(now.minus(WINDOW)), actor.username()))
                .invoke(recent -> refuseTooMany(recent, now))
                .chain(() -> transactions.session().insert(ContactDisclosureRow.of(requestId, actor, reason, now)));
    }

    private void refuseTooMany(Recent recent, Instant now) {
        var oldest = recent.oldest();
        if (oldest != null && recent.number() >= config.mostAnHour()) {
            var wait = Duration.between(now, oldest.plus(WINDOW));
            throw Refusal.tooMany("disclosure.too-many", wait)
                    .with("most", config.mostAnHour())
                    .with("minutes", wait.toMinutes() + 1);
        }
    }

    /** The least UUIDv7 of a moment (RFC 9562, 5.7). */
    private static UUID firstIdAt(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }
}
