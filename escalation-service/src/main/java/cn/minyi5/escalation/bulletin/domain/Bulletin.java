package cn.minyi5.escalation.bulletin.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.YearMonth;

/**
 * 通报. One month's figures as they stood when it was issued.
 *
 * @param year in which it was issued, which is not always the month's
 * @param issue number within that year, from 1, without gaps
 * @param rows how many rows were frozen
 * @param rowsSha256 taken over them in their order
 */
@Embeddable
public record Bulletin(YearMonth month, int year, int issue, Instant issuedAt, int rows, String rowsSha256) {

    /** One whose rows have not been frozen yet. */
    public static Bulletin begin(YearMonth month, int year, int issue, Instant issuedAt) {
        return new Bulletin(month, year, issue, issuedAt, 0, "");
    }

    public Bulletin frozen(int frozenRows, String sha256) {
        return new Bulletin(month, year, issue, issuedAt, frozenRows, sha256);
    }

    /** As it stands on the paper, such as 通报 2026年第3期. */
    public String number() {
        return "通报 %d年第%d期".formatted(year, issue);
    }
}
