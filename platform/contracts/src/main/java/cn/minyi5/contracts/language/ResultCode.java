package cn.minyi5.contracts.language;

/** 结果. What a reply says came of it (DOMAIN §4); never one vague "closed". */
public enum ResultCode {
    /** 已解决. */
    SOLVED,
    /** 部分解决. */
    PARTLY_SOLVED,
    /** 解释说明. */
    EXPLAINED,
    DUPLICATE,
    UNREACHABLE
}
