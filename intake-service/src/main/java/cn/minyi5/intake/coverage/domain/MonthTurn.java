package cn.minyi5.intake.coverage.domain;

import cn.minyi5.contracts.language.CountyTime;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;

/**
 * 月初与月末. What teams are told of at a moment: the month that has begun and the one that has ended, from eight o'clock in
 * the morning of its first day on.
 */
public record MonthTurn(YearMonth begun) {

    private static final Duration EIGHT_O_CLOCK = Duration.ofHours(8);

    public static MonthTurn at(Instant now) {
        return new MonthTurn(CountyTime.monthOf(now.minus(EIGHT_O_CLOCK)));
    }

    public YearMonth ended() {
        return begun.minusMonths(1);
    }
}
