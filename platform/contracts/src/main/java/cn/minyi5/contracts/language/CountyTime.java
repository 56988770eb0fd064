package cn.minyi5.contracts.language;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;

/** Moments as the county's wall clocks show them: months, days and years are those of Asia/Shanghai (DOMAIN §6). */
public final class CountyTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private CountyTime() {}

    public static OffsetDateTime at(Instant moment) {
        return moment.atZone(ZONE).toOffsetDateTime();
    }

    public static YearMonth monthOf(Instant moment) {
        return YearMonth.from(moment.atZone(ZONE));
    }

    public static int yearOf(Instant moment) {
        return monthOf(moment).getYear();
    }

    /** The first moment of the month. */
    public static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZONE).toInstant();
    }
}
