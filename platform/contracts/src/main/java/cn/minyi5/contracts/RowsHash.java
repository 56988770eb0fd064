package cn.minyi5.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the rows behind a bulletin in their order, each as a line of UTF-8 ending in {@code \n}: figure, subject,
 * grid, department, category, at, due at, stopped at, counted, and in rows of late arrivals ADDED or REMOVED; separated by
 * tabs, an absent one empty, moments as {@code 2021-09-05T01:00:00Z} in UTC with a fraction only where there is one.
 * Anybody with the rows can take it again.
 */
public final class RowsHash {

    private final MessageDigest digest;

    public RowsHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public void add(BulletinEvent.Row row) {
        var columns = new ArrayList<@Nullable Object>(Arrays.asList(
                row.figure(),
                row.subject(),
                row.gridCode(),
                row.department(),
                row.categoryCode(),
                row.at(),
                row.dueAt(),
                row.stoppedAt(),
                row.counted()));
        if (row.late() != null) {
            columns.add(row.late());
        }
        add(columns.toArray());
    }

    /** One row, its columns in the order that the class names; a moment counts, and not the offset in which it is told. */
    public void add(@Nullable Object... columns) {
        var line = Stream.of(columns)
                .map(value -> value instanceof OffsetDateTime moment ? moment.toInstant() : value)
                .map(value -> Objects.toString(value, ""))
                .collect(Collectors.joining("\t", "", "\n"));
        digest.update(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Hex in small letters; may be asked once, after the last row. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
