package cn.minyi5.intake.training.domain;

import cn.minyi5.contracts.language.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * 培训记录. One person at one training.
 *
 * @param number of the seat that the person had in the team on the day
 * @param hours 0.5 to 24, in halves
 */
public record TrainingRecord(String teamCode, int number, String name, LocalDate date, String topic, BigDecimal hours) {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal A_DAY = new BigDecimal("24");

    public TrainingRecord {
        if (hours.compareTo(HALF) < 0
                || hours.compareTo(A_DAY) > 0
                || hours.remainder(HALF).signum() != 0) {
            throw Refusal.invalid("training.hours-malformed", "hours");
        }
    }

    /** @param text such as {@code 2} or {@code 1.5} */
    public static BigDecimal hours(String text) {
        if (!text.matches("\\d{1,2}(\\.\\d)?")) {
            throw Refusal.invalid("training.hours-malformed", "hours");
        }
        return new BigDecimal(text);
    }

    public void refuseIfAfter(LocalDate today) {
        if (date.isAfter(today)) {
            throw Refusal.invalid("training.in-future", "date").with("today", today);
        }
    }
}
