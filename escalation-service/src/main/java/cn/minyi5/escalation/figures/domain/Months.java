package cn.minyi5.escalation.figures.domain;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Months as people write them: yyyy-MM, from 2000 on. */
public final class Months {

    private Months() {}

    public static MonthRange range(@Nullable String from, @Nullable String to) {
        var first = parse(from, "from");
        var last = parse(to, "to");
        if (last.isBefore(first)) {
            throw Refusal.invalid("period.backwards", "to").with("from", first).with("to", last);
        }
        return new MonthRange(first, last);
    }

    public static YearMonth parse(@Nullable String text, String field) {
        return CountyTime.asked(text, YearMonth::parse, () -> Refusal.invalid("month.malformed", field)
                .with("value", Objects.requireNonNullElse(text, "")));
    }
}
