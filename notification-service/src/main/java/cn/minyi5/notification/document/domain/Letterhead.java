package cn.minyi5.notification.document.domain;

/**
 * 版头. Who speaks to whom.
 *
 * @param head 发文机关标志, in red
 * @param office 署名
 * @param addressees 主送机关
 * @param copies 抄送机关
 */
public record Letterhead(String head, String office, String addressees, String copies) {}
