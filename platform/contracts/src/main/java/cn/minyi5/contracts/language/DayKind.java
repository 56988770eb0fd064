package cn.minyi5.contracts.language;

/** What sort of day it is. */
public enum DayKind {
    /** 工作日. */
    WORKDAY,
    /** 周末. */
    WEEKEND,
    /** 法定节假日. */
    HOLIDAY,
    /** 调休上班. */
    MAKE_UP_WORKDAY;

    public boolean isWorked() {
        return this == WORKDAY || this == MAKE_UP_WORKDAY;
    }
}
