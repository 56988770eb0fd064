package cn.minyi5.escalation.figures.http;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.escalation.figures.domain.EvidenceRow;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** @param counted whether the row is in the numerator too */
public record EvidenceRowView(
        String figure,
        String subject,
        @Nullable String gridCode,
        @Nullable String department,
        @Nullable String categoryCode,
        OffsetDateTime at,
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime stoppedAt,
        boolean counted) {

    public static EvidenceRowView of(EvidenceRow row) {
        return new EvidenceRowView(
                row.figure(),
                row.subject(),
                row.gridCode(),
                row.department(),
                row.categoryCode(),
                CountyTime.at(row.at()),
                local(row.dueAt()),
                local(row.stoppedAt()),
                row.counted());
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant moment) {
        return moment == null ? null : CountyTime.at(moment);
    }
}
