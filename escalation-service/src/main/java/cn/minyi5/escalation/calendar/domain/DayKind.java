package cn.minyi5.escalation.calendar.domain;

import cn.minyi5.contracts.language.Refusal;
import java.util.Arrays;

/** What sort of day it is. */
public enum DayKind {
    /** 工作日. */
    WORKDAY(true),
    /** 周末. */
    WEEKEND(false),
    /** 法定节假日. */
    HOLIDAY(false),
    /** 调休上班. */
    MAKE_UP_WORKDAY(true);

    private final boolean worked;

    DayKind(boolean worked) {
        this.worked = worked;
    }

    /** @throws Refusal {@code calendar.kind-unknown} */
    static DayKind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid("calendar.kind-unknown", "kind").with("value", name));
    }

    public boolean isWorked() {
        return worked;
    }
}
