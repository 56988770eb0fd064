package cn.minyi5.escalation.calendar.domain;

import cn.minyi5.contracts.language.Refusal;

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

    static DayKind of(String name) {
        try {
            return valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("calendar.kind-unknown", "kind").with("value", name);
        }
    }

    public boolean isWorked() {
        return worked;
    }
}
