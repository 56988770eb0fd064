package cn.minyi5.intake.importing;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.web.sheet.SheetRow;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads when something of history happened.
 *
 * @param now nothing happened after it
 * @param cutOver nor did anything that the file tells of
 */
record PastMoments(Instant now, Instant cutOver) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    @Nullable
    Instant optional(SheetRow row, String column) {
        return row.optional(column) == null ? null : of(row, column);
    }

    Instant of(SheetRow row, String column) {
        return row.as(column, cell -> {
            var moment = CountyTime.parsed(
                            cell, OffsetDateTime::parse, () -> Refusal.invalid("history.time-malformed", column))
                    .toInstant();
            if (moment.isBefore(EARLIEST)) {
                throw Refusal.invalid("history.time-too-early", column);
            }
            if (moment.isAfter(now)) {
                throw Refusal.invalid("history.time-in-future", column);
            }
            if (moment.isAfter(cutOver)) {
                throw Refusal.invalid("history.after-cut-over", column);
            }
            return moment;
        });
    }
}
