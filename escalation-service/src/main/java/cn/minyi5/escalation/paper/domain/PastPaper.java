package cn.minyi5.escalation.paper.domain;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 公文. A paper of the past.
 *
 * @param issue within its series, from 1
 * @param printedNumber as it stands on the paper, if it differs from how this system would print it
 * @param department that it went to
 * @param about the number of the work order, or the matter in words
 */
public record PastPaper(
        Series series,
        int issue,
        @Nullable String printedNumber,
        String title,
        @Nullable String department,
        @Nullable String about,
        Instant issuedAt) {

    /** What papers are numbered by: the division that issues them, their kind and the year (DOMAIN §6). */
    public record Series(Kind kind, DivisionCode division, int year) {}

    public enum Kind {
        /** 督办通知单. */
        NOTICE,
        /** 专报. */
        SPECIAL_REPORT
    }

    public PastPaper {
        if (CountyTime.yearOf(issuedAt) != series.year) {
            throw Refusal.invalid("paper.year-differs", "year").with("year", CountyTime.yearOf(issuedAt));
        }
    }
}
