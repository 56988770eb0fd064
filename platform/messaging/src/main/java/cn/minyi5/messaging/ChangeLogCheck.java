package cn.minyi5.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chain of one service's log from its first link and says which is the first that does not hold. It trusts
 * nothing that lies in the database beside what PostgreSQL brings along, and compares each link with what the service
 * said of it at the time: a superuser can write the whole chain anew, but not the witnesses. Reads in pages, one snapshot
 * each: the log may grow meanwhile.
 */
final class ChangeLogCheck {

    /** A change is written in the moment of its commit: what claims to be older than its neighbours was slipped in. */
    private static final Duration LONGEST_COMMIT = Duration.ofMinutes(10);

    private static final int PAGE = 5000;

    /** As the SQL function {@code change_content} says it. */
    private static final String LINKS =
            """
            select link, hash, change_id, at, operation, subject,
                   convert_to(jsonb_build_array(id, (extract(epoch from at) * 1000000)::bigint, actor, username, roles,
                                                division, address, agent, operation, subject, confidential,
                                                encode(digest, 'hex'))::text, 'UTF8') as content
            from change_log_link left join change_log on id = change_id
            where link > ? order by link limit ?""";

    private static final String UNLINKED =
            """
            select count(*) from change_log
            where not exists (select from change_log_link where change_id = id)""";

    private final Connection database;
    private final Iterator<WitnessedLinks.Link> witnesses;
    private WitnessedLinks.@Nullable Link said;
    private long link;
    private long witnessed;
    private byte[] hash = {};
    private Instant latest = Instant.EPOCH.plus(LONGEST_COMMIT);

    /** @param witnesses in the order in which they were said: what was said first of a link counts */
    ChangeLogCheck(Connection database, Iterator<WitnessedLinks.Link> witnesses) {
        this.database = database;
        this.witnesses = witnesses;
    }

    /**
     * @param links that hold, counted from the first
     * @param witnessed those of them that are as the service once said
     * @param unlinked changes that are not linked yet
     * @param broken the first link that does not hold: its number, when, what, and why; null if all hold
     */
    record Result(long links, long witnessed, long unlinked, @Nullable String broken) {}

    Result check() throws SQLException {
        Optional<String> broken;
        long before;
        do {
            before = link;
            broken = checkPage();
        } while (broken.isEmpty() && link > before);
        if (broken.isEmpty()) {
            broken = cutOff();
        }
        return new Result(link, witnessed, count(), broken.orElse(null));
    }

    private Optional<String> checkPage() throws SQLException {
        try (var statement = database.prepareStatement(LINKS)) {
            statement.setLong(1, link);
            statement.setInt(2, PAGE);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var wrong = wrongWith(row);
                    if (wrong != null) {
                        return Optional.of("link %d, change %d of %s, %s %s: %s"
                                .formatted(
                                        row.getLong("link"),
                                        row.getLong("change_id"),
                                        row.getString("at"),
                                        row.getString("operation"),
                                        row.getString("subject"),
                                        wrong));
                    }
                    link = row.getLong("link");
                    hash = row.getBytes("hash");
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable String wrongWith(ResultSet row) throws SQLException {
        if (row.getLong("link") != link + 1) {
            return "link " + (link + 1) + " before it is missing";
        }
        var at = row.getObject("at", OffsetDateTime.class);
        if (at == null) {
            return "the change is missing";
        }
        var expected = LoggedChange.sha256();
        expected.update(hash);
        if (!Arrays.equals(expected.digest(row.getBytes("content")), row.getBytes("hash"))) {
            return "its hash does not fit its content and the link before it";
        }
        if (at.toInstant().isBefore(latest.minus(LONGEST_COMMIT))) {
            return "it claims to be older than links before it";
        }
        latest = latest.isAfter(at.toInstant()) ? latest : at.toInstant();
        var said = saidFrom(link + 1);
        if (said == null || said.number() > link + 1) {
            return null;
        }
        if (!said.hash().equals(HexFormat.of().formatHex(row.getBytes("hash")))) {
            return "the service once said another hash: the chain was written anew";
        }
        witnessed++;
        return null;
    }

    /** What was said of this link or of one behind it; what is said once more of one before it is passed by. */
    private WitnessedLinks.@Nullable Link saidFrom(long number) {
        while ((said == null || said.number() < number) && witnesses.hasNext()) {
            said = witnesses.next();
        }
        return said == null || said.number() < number ? null : said;
    }

    /** What was witnessed was there. */
    private Optional<String> cutOff() {
        return Optional.ofNullable(saidFrom(link + 1))
                .map(gone -> "link %d is missing: the service once said that there is a link %d"
                        .formatted(link + 1, gone.number()));
    }

    private long count() throws SQLException {
        try (var statement = database.prepareStatement(UNLINKED);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
