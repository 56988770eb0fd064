package cn.minyi5.escalation.bulletin.domain;

import cn.minyi5.escalation.figures.domain.EvidenceRow;
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
 * 2021-09-05T01:00:00Z} in UTC with a fraction only where there is one. Anybody with the rows can take it again.
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

    public void add(List<EvidenceRow> rows) {
        rows.forEach(row -> digest.update(line(row).getBytes(StandardCharsets.UTF_8)));
    }

    /** Hex in small letters; may be asked once, after the last row. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String line(EvidenceRow row) {
        return Stream.of(
                        row.figure().code(),
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
