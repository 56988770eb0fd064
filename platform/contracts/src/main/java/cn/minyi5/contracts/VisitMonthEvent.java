package cn.minyi5.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 走访月. What a month holds for a team that walks, at its beginning and at its end; each once a team and month. */
@Event.Topic("intake.visit-months")
public sealed interface VisitMonthEvent extends Event {

    /** The county whose team it is: another one may have a team of that code. */
    String division();

    String teamCode();

    /** What the team walks. */
    String gridCode();

    @Override
    default String subject() {
        return gridCode();
    }

    /**
     * 月初提醒. {@code month} is yyyy-MM in Asia/Shanghai. {@code yearUnknown} names a year without whose holidays not all
     * visit days can be said; the theme is null where none was published.
     */
    @Type("visit-month.began.v1")
    record Began(
            String division,
            String teamCode,
            String gridCode,
            String month,
            List<LocalDate> visitDays,
            @Nullable Integer yearUnknown,
            @Nullable Theme theme)
            implements VisitMonthEvent {}

    /** 月末小结. Of {@code planned} visits, one a visit day, {@code done} were made; on the {@code missed} days none was. */
    @Type("visit-month.ended.v1")
    record Ended(
            String division,
            String teamCode,
            String gridCode,
            String month,
            int planned,
            int done,
            List<LocalDate> missed)
            implements VisitMonthEvent {}

    /** 每月主题. What the month's talks are about. */
    record Theme(String title, String text) {}
}
