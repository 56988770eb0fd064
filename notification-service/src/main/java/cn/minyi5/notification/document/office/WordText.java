package cn.minyi5.notification.document.office;

import cn.minyi5.notification.document.domain.Letterhead;
import cn.minyi5.notification.document.domain.Paper;
import cn.minyi5.notification.document.domain.Paper.Block;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Writes a paper from its red head to its imprint. */
final class WordText {

    /** A quarter of a line, in twips. */
    private static final int AFTER_TABLE = 145;

    private final XWPFDocument word;

    WordText(XWPFDocument word) {
        this.word = word;
    }

    void write(Paper paper) {
        var letterhead = paper.letterhead();
        line(WordStyles.HEAD, letterhead.head());
        line(WordStyles.NUMBER, paper.number());
        title(paper.title());
        line(WordStyles.ADDRESSEES, letterhead.addressees() + "：");
        paper.body().forEach(this::write);
        line(WordStyles.ANNEXES, annexes(paper.annexes()));
        sign(letterhead.office(), date(paper.date()));
        imprint(letterhead, date(paper.date()));
    }

    private static String date(LocalDate date) {
        return "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private void write(Block block) {
        if (block instanceof Block.Heading heading) {
            heading(heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            line(WordStyles.BODY, paragraph.text());
        } else if (block instanceof Block.Table table) {
            line(WordStyles.TABLE_CAPTION, table.caption());
            WordTable.write(word, table);
        }
    }

    private void heading(String text) {
        var elements = word.getBodyElements();
        var afterTable = elements.get(elements.size() - 1) instanceof XWPFTable;
        var heading = line(WordStyles.HEADING, text);
        if (afterTable) {
            heading.setSpacingBefore(AFTER_TABLE);
        }
    }

    private static String annexes(List<String> titles) {
        if (titles.size() == 1) {
            return "附件：" + titles.get(0);
        }
        return IntStream.range(0, titles.size())
                .mapToObj(i -> (i + 1) + ". " + titles.get(i))
                .collect(Collectors.joining("\n", "附件：", ""));
    }

    private void sign(String office, String date) {
        var signature = Signature.of(office, date);
        indented(signature.office(), signature.rightOfOffice()).setSpacingBefore((int) WordPage.LINE);
        indented(signature.date(), signature.rightOfDate());
    }

    private XWPFParagraph indented(String text, double characters) {
        var paragraph = line(WordStyles.SIGNATURE, text);
        paragraph.setIndentationRight((int) Math.round(characters * WordPage.TEXT_WIDTH / WordPage.CHARACTERS));
        return paragraph;
    }

    /** 版记. Stands in a frame, and a frame hangs on the paragraph after it. */
    private void imprint(Letterhead letterhead, String date) {
        WordPage.atTheFoot(line(WordStyles.IMPRINT, "抄送：" + letterhead.copies() + "。"));
        var last = line(WordStyles.IMPRINT, letterhead.office());
        WordPage.atTheFoot(last);
        var run = WordStyles.startRun(last);
        run.addTab();
        run.setText(date + "印发");
        line(WordStyles.FOOTNOTE, "");
    }

    private void title(List<String> lines) {
        var run = WordStyles.startRun(line(WordStyles.TITLE, lines.get(0)));
        lines.stream().skip(1).forEach(line -> {
            run.addBreak();
            run.setText(line);
        });
    }

    private XWPFParagraph line(WordStyles style, String text) {
        var paragraph = word.createParagraph();
        paragraph.setStyle(style.id());
        WordStyles.startRun(paragraph).setText(text);
        return paragraph;
    }
}
