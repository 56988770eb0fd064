package cn.minyi5.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chain of one service's log from its first link and says which is the first that does not hold. It trusts
 * nothing that lies in the database beside what PostgreSQL brings along, and compares with what the service said at the
 * time: a superuser can write the whole chain anew, but not the witnesses. Reads in pages, one snapshot each: the log may
 * grow meanwhile.
 */
public final class ChangeLogCheck {

    static final String WITNESS = "change log: link %d is %s";

    static final Pattern WITNESSED = Pattern.compile("change log: link (\\d{1,18}) is ([0-9a-f]{64})");

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
    private final Map<Long, String> witnesses;
    private long link;
    private byte[] hash = {};
    private Instant latest = Instant.EPOCH.plus(LONGEST_COMMIT);

    /** @param witnesses the lines of the service's own log; lines that tell nothing of the chain are passed by */
    public ChangeLogCheck(Connection database, Iterable<String> witnesses) {
        this.database = database;
        this.witnesses = new HashMap<>();
        for (var line : witnesses) {
            var told = WITNESSED.matcher(line);
            if (told.find()) {
                this.witnesses.put(Long.parseLong(told.group(1)), told.group(2));
            }
        }
    }

    /**
     * @param links that hold, counted from the first
     * @param unlinked changes that are not linked yet
     * @param broken the first link that does not hold: its number, when, what, and why; null if all hold
     */
    public record Result(long links, long unlinked, @Nullable String broken) {}

    public Result check() throws SQLException {
        Optional<String> broken;
        long before;
        do {
            before = link;
            broken = checkPage();
        } while (broken.isEmpty() && link > before);
        if (broken.isEmpty()) {
            broken = cutOff();
        }
        return new Result(link, count(), broken.orElse(null));
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
        var witness = witnesses.remove(link + 1);
        if (witness != null && !witness.equals(HexFormat.of().formatHex(row.getBytes("hash")))) {
            return "the service once said another hash: the chain was written anew";
        }
        return null;
    }

    /** What was witnessed was there. */
    private Optional<String> cutOff() {
        return witnesses.keySet().stream()
                .min(Long::compare)
                .map(gone ->
                        "link %d is missing: the service once said that there is a link %d".formatted(link + 1, gone));
    }

    private long count() throws SQLException {
        try (var statement = database.prepareStatement(UNLINKED);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
