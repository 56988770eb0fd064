package cn.minyi5.notification.document.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SHA-256 over all rows in their order, each as a line of UTF-8 ending in {@code \n}: figure, subject, grid, department,
 * category, at, due at, stopped at, counted; separated by tabs, an absent one empty, moments as {@code
 * 2021-09-05T01:00:00Z} in UTC with a fraction only where there is one. Taken by escalation-service when it freezes
 * them, and here once more before they are printed.
 */
public final class RowsHash {

    private RowsHash() {}

    /** In hex, small letters. */
    public static String of(List<EvidenceRow> rows) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            rows.forEach(row -> digest.update(line(row).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String line(EvidenceRow row) {
        return Stream.of(
                        row.figure(),
                        row.subject(),
                        row.gridCode(),
                        row.department(),
                        row.categoryCode(),
                        row.at(),
                        row.dueAt(),
                        row.stoppedAt(),
                        row.counted())
                .map(value -> Objects.toString(value, ""))
                .collect(Collectors.joining("\t", "", "\n"));
    }
}
