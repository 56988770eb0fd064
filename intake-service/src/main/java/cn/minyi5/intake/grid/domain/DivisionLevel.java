package cn.minyi5.intake.grid.domain;

/** 行政区划级别. Each has codes of its own length. */
public enum DivisionLevel {
    PROVINCE(2),
    CITY(4),
    COUNTY(6),
    TOWNSHIP(9),
    /** 社区. */
    COMMUNITY(12),
    VILLAGE(12);

    private final int digits;

    DivisionLevel(int digits) {
        this.digits = digits;
    }

    public int digits() {
        return digits;
    }
}
