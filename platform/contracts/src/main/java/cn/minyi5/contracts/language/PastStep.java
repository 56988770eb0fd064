package cn.minyi5.contracts.language;

/**
 * 历史环节. What may have been done to a work order that is brought along, as the table of transitions has it (DOMAIN §4);
 * what the desk refused never was a department's, and is not brought along as one.
 */
public enum PastStep {
    DISPATCH,
    SIGN,
    /** 退单. */
    RETURN,
    /** 同意退单. */
    ACCEPT_RETURN,
    /** 驳回退单. */
    REJECT_RETURN,
    /** 会商裁定. */
    RULE,
    REPLY,
    /** 退回答复. */
    SEND_REPLY_BACK,
    /** 审核通过. */
    ACCEPT_REPLY,
    /** 回访. */
    FOLLOW_UP
}
