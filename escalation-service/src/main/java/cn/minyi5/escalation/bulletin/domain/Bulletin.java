package cn.minyi5.escalation.bulletin.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * 通报. One month's figures as they stood when it was issued.
 *
 * @param year in which it was issued, which is not always the month's
 * @param issue number within that year, from 1, without gaps
 * @param rows how many rows were frozen
 * @param rowsSha256 see {@link RowsHash}
 */
public record Bulletin(UUID id, YearMonth month, int year, int issue, Instant issuedAt, int rows, String rowsSha256) {

    /** One whose rows have not been frozen yet. */
    public static Bulletin begin(UUID id, YearMonth month, int year, int issue, Instant issuedAt) {
        return new Bulletin(id, month, year, issue, issuedAt, 0, "");
    }

    public Bulletin frozen(int frozenRows, String sha256) {
        return new Bulletin(id, month, year, issue, issuedAt, frozenRows, sha256);
    }
}
