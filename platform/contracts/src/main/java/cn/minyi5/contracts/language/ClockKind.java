package cn.minyi5.contracts.language;

/** 时钟. Clocks of DOMAIN §5 that a work order can have. */
public enum ClockKind {
    /** 签收. */
    SIGN(Holder.DEPARTMENT),
    /** 答复. */
    REPLY(Holder.DEPARTMENT),
    /** 审核, of a return or a reply. */
    REVIEW(Holder.DESK),
    /** 会商裁定. */
    ARBITRATION(Holder.SUPERVISION_OFFICE);

    /** Whose time it measures, and so who hears of it. */
    public enum Holder {
        /** 主办单位; round the clock. */
        DEPARTMENT,
        /** 工作专班; in working hours. */
        DESK,
        /** 督查室; in working hours. */
        SUPERVISION_OFFICE
    }

    private final Holder holder;

    ClockKind(Holder holder) {
        this.holder = holder;
    }

    public Holder holder() {
        return holder;
    }

    public boolean isOfDepartment() {
        return holder == Holder.DEPARTMENT;
    }
}
