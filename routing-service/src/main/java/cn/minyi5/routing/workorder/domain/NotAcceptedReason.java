package cn.minyi5.routing.workorder.domain;

/** 不予受理理由. The closed list from which the desk must choose. */
public enum NotAcceptedReason {
    /** 不属本县管辖. */
    OUTSIDE_JURISDICTION,
    /** 已进入诉讼、仲裁、复议程序. */
    IN_LEGAL_PROCEEDINGS,
    /** 应通过法定途径（信访、纪检等）解决. */
    OTHER_STATUTORY_CHANNEL,
    /** 诉求不具体，无法办理. */
    NOTHING_CONCRETE,
    /** 同一诉求已有答复，无新的事实. */
    ALREADY_ANSWERED
}
