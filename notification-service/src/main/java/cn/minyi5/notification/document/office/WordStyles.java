package cn.minyi5.notification.document.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** Styles by their ids in {@code papers/styles.xml}, and the fonts that stand in for missing ones. */
enum WordStyles {
    HEAD("Head"),
    NUMBER("Number"),
    TITLE("PaperTitle"),
    ADDRESSEES("Addressees"),
    BODY("Body"),
    HEADING("Heading1"),
    ANNEXES("Annexes"),
    SIGNATURE("Signature"),
    TABLE_CAPTION("TableCaption"),
    TABLE_HEAD("TableHead"),
    TABLE_CELL("TableCell"),
    IMPRINT("Imprint"),
    PAGE_NUMBER("PageNumber"),
    FOOTNOTE("Footnote");

    private static final String FONTS = "/word/fontTable.xml";
    private static final String FONTS_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String FONTS_RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";

    private final String id;

    WordStyles(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Quotation marks are Chinese ones unless they are said to be otherwise: “5” is as wide as three. */
    static XWPFRun startRun(XWPFParagraph paragraph) {
        var run = paragraph.createRun();
        run.getCTR().addNewRPr().addNewRFonts().setHint(STHint.EAST_ASIA);
        return run;
    }

    static void addTo(XWPFDocument word) throws IOException {
        try (var styles = resource("/papers/styles.xml")) {
            word.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
            addFonts(word);
        } catch (XmlException | InvalidFormatException e) {
            throw new IOException("papers/styles.xml or papers/fonts.xml is broken", e);
        }
    }

    private static void addFonts(XWPFDocument word) throws IOException, InvalidFormatException {
        var name = PackagingURIHelper.createPartName(FONTS);
        var part = word.getPackage().createPart(name, FONTS_TYPE);
        try (var fonts = resource("/papers/fonts.xml");
                var out = part.getOutputStream()) {
            fonts.transferTo(out);
        }
        word.getPackagePart().addRelationship(name, TargetMode.INTERNAL, FONTS_RELATION);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(WordStyles.class.getResourceAsStream(name), name);
    }
}
