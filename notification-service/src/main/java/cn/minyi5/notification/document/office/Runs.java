package cn.minyi5.notification.document.office;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;

/** Pieces of text. Quotation marks are Chinese ones unless they are said to be otherwise: “5” is as wide as three. */
final class Runs {

    private Runs() {}

    static XWPFRun start(XWPFParagraph paragraph) {
        var run = paragraph.createRun();
        run.getCTR().addNewRPr().addNewRFonts().setHint(STHint.EAST_ASIA);
        return run;
    }
}
