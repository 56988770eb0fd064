package cn.minyi5.contracts.language;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Moments as the county's wall clocks show them: months, days and years are those of Asia/Shanghai (DOMAIN §6). */
public final class CountyTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private CountyTime() {}

    public static OffsetDateTime at(Instant moment) {
        return moment.atZone(ZONE).toOffsetDateTime();
    }

    public static @Nullable OffsetDateTime atOrNull(@Nullable Instant moment) {
        return moment == null ? null : at(moment);
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

    /**
     * What somebody asks for or decrees by a month, a day or a moment: nobody means another year than one from 2000 to
     * 2100.
     *
     * @param refusal of what cannot be read or is of another year
     */
    public static <T extends TemporalAccessor> T asked(
            @Nullable String text, Function<String, T> parser, Supplier<Refusal> refusal) {
        var time = parsed(text, parser, refusal);
        if (!isOfOurTime(time)) {
            throw refusal.get();
        }
        return time;
    }

    /** Whether its year is one from 2000 to 2100. */
    public static boolean isOfOurTime(TemporalAccessor time) {
        var year = time.get(ChronoField.YEAR);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** What somebody wrote; nothing cannot be read either. @param refusal of what cannot be read */
    public static <T> T parsed(@Nullable String text, Function<String, T> parser, Supplier<Refusal> refusal) {
        try {
            return parser.apply(Objects.requireNonNullElse(text, ""));
        } catch (DateTimeException malformed) {
            throw refusal.get();
        }
    }
}
