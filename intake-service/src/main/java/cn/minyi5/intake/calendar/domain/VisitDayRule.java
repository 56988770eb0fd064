package cn.minyi5.intake.calendar.domain;

import cn.minyi5.contracts.language.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * 走访日规则. On which days of a month a division's teams walk.
 *
 * @param division for whose places it speaks; empty: everywhere
 * @param from the first month for which it speaks, until the division has a later rule
 * @param days of the month, 1 to 28, in their order
 */
public record VisitDayRule(String division, YearMonth from, List<Integer> days, OnHoliday onHoliday) {

    /** 每月 5 日、15 日、25 日. What is walked by where no division has said otherwise. */
    public static final VisitDayRule EVERYWHERE =
            new VisitDayRule("", YearMonth.of(2000, 1), List.of(5, 15, 25), OnHoliday.HOLD);

    /** What happens to a visit day on which nobody works, a weekend among them. */
    public enum OnHoliday {
        /** 照常. It is walked all the same. */
        HOLD,
        /** 顺延. It moves to the next working day. */
        NEXT_WORKING_DAY
    }

    public VisitDayRule {
        var inOrder = days.stream().distinct().sorted().toList();
        if (inOrder.isEmpty()
                || inOrder.size() < days.size()
                || inOrder.get(0) < 1
                || inOrder.get(inOrder.size() - 1) > 28) {
            throw Refusal.invalid("visit-days.days-malformed", "days");
        }
        days = inOrder;
    }

    /** @param text such as {@code 5|15|25} */
    public static List<Integer> days(String text) {
        if (!text.matches("\\d{1,2}(\\|\\d{1,2}){0,27}")) {
            throw Refusal.invalid("visit-days.days-malformed", "days");
        }
        return Stream.of(text.split("\\|")).map(Integer::valueOf).toList();
    }

    Stream<LocalDate> plannedIn(YearMonth month) {
        return days.stream().map(month::atDay);
    }
}
