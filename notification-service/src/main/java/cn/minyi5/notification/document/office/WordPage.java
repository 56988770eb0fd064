package cn.minyi5.notification.document.office;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STXAlign;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STYAlign;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STWrap;

/**
 * 用纸和版心 (GB/T 9704-2012, 5.1, 5.2, 7.5): A4, margins 37/35/28/26 mm, 22 lines of 28 characters (the latter by the
 * style), page numbers outside, 7 mm below the text area.
 */
final class WordPage {

    private static final double TWIPS_A_MM = 1440 / 25.4;
    private static final int LINES = 22;
    static final int CHARACTERS = 28;

    static final long WIDTH = mm(210);
    static final long HEIGHT = mm(297);
    static final long TOP = mm(37);
    static final long BOTTOM = mm(35);
    static final long LEFT = mm(28);
    static final long RIGHT = mm(26);
    static final long TEXT_WIDTH = WIDTH - LEFT - RIGHT;
    static final long LINE = (HEIGHT - TOP - BOTTOM) / LINES;

    /** The two lines at the foot are 560 twips high (see the styles), and the upper one begins 7 mm below the text. */
    private static final long FOOT = BOTTOM - mm(7) - 560;

    private WordPage() {}

    static void layOut(XWPFDocument word, String footnote) {
        var body = word.getDocument().getBody();
        var section = body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
        word.setEvenAndOddHeadings(true);
        foot(word.createFooter(HeaderFooterType.DEFAULT), ParagraphAlignment.RIGHT, footnote);
        foot(word.createFooter(HeaderFooterType.EVEN), ParagraphAlignment.LEFT, footnote);
        paper(section);
        grid(section);
    }

    /** Moves a paragraph to the foot of the text area. Neighbours so moved share a frame. */
    static void atTheFoot(XWPFParagraph paragraph) {
        var frame = paragraph.getCTP().getPPr().addNewFramePr();
        frame.setW(twips(TEXT_WIDTH));
        frame.setWrap(STWrap.AROUND);
        frame.setHAnchor(STHAnchor.MARGIN);
        frame.setXAlign(STXAlign.CENTER);
        frame.setVAnchor(STVAnchor.MARGIN);
        frame.setYAlign(STYAlign.BOTTOM);
    }

    static BigInteger twips(long value) {
        return BigInteger.valueOf(value);
    }

    private static void paper(CTSectPr section) {
        var size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(twips(WIDTH));
        size.setH(twips(HEIGHT));
        var margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(twips(TOP));
        margins.setBottom(twips(BOTTOM));
        margins.setLeft(twips(LEFT));
        margins.setRight(twips(RIGHT));
        margins.setHeader(twips(mm(15)));
        margins.setFooter(twips(FOOT));
        margins.setGutter(twips(0));
    }

    private static void grid(CTSectPr section) {
        var grid = section.isSetDocGrid() ? section.getDocGrid() : section.addNewDocGrid();
        grid.setType(STDocGrid.LINES);
        grid.setLinePitch(twips(LINE));
    }

    private static void foot(XWPFFooter footer, ParagraphAlignment outside, String footnote) {
        var number = footer.createParagraph();
        number.setStyle(WordStyles.PAGE_NUMBER.id());
        number.setAlignment(outside);
        WordStyles.startRun(number).setText("— ");
        number.getCTP().addNewFldSimple().setInstr("PAGE");
        WordStyles.startRun(number).setText(" —");
        var note = footer.createParagraph();
        note.setStyle(WordStyles.FOOTNOTE.id());
        WordStyles.startRun(note).setText(footnote);
    }

    private static long mm(double millimetres) {
        return Math.round(millimetres * TWIPS_A_MM);
    }
}
