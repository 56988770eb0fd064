package cn.minyi5.notification.document.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * 公文. What stands on a paper in the order of GB/T 9704-2012, before it is laid out.
 *
 * @param number 期号 such as 2021年第18期
 * @param title in lines, broken where the sense allows (7.3.1)
 * @param annex 附件, its title
 * @param footnote in small print at the foot of every page
 */
public record Paper(
        Letterhead letterhead,
        String number,
        List<String> title,
        List<Block> body,
        String annex,
        LocalDate date,
        String footnote) {

    /**
     * 版头. Who speaks to whom.
     *
     * @param head 发文机关标志, in red
     * @param office 署名
     * @param addressees 主送机关
     * @param copies 抄送机关
     */
    public record Letterhead(String head, String office, String addressees, String copies) {}

    /** A piece of the body. */
    public sealed interface Block {

        /** 一级标题: 一、二、三、 */
        record Heading(String text) implements Block {}

        record Paragraph(String text) implements Block {}

        /** @param columns headings; @param rows as many cells each as there are columns, the first one a name */
        record Table(String caption, List<String> columns, List<List<String>> rows) implements Block {}
    }
}
