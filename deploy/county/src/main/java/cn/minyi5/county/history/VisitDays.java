package cn.minyi5.county.history;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** 走访日. The 5th, 15th and 25th of the 18 months that the history covers. */
public final class VisitDays {
    public static final YearMonth FIRST_MONTH = YearMonth.of(2020, 4);
    public static final YearMonth LAST_MONTH = YearMonth.of(2021, 9);
    private static final List<Integer> DAYS = List.of(5, 15, 25);

    private VisitDays() {}

    /** The 18 months in order. */
    public static List<YearMonth> months() {
        return Stream.iterate(FIRST_MONTH, month -> !month.isAfter(LAST_MONTH), month -> month.plusMonths(1))
                .toList();
    }

    /** The 54 days in order. */
    static List<LocalDate> all() {
        return months().stream()
                .flatMap(month -> DAYS.stream().map(month::atDay))
                .toList();
    }
}
