package cn.minyi5.escalation.figures.domain;

import cn.minyi5.contracts.language.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** By what figures are set side by side. */
public enum Grouping {
    DEPARTMENT,
    TOWNSHIP,
    MONTH;

    public static Grouping of(String word) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid("figures.grouping-unknown", "by").with("value", word));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
