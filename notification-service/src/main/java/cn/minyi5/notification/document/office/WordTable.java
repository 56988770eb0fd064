package cn.minyi5.notification.document.office;

import cn.minyi5.notification.document.domain.Paper.Block;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A table as wide as the text; its head comes again on every page, no row is broken, and a short table is not either. */
final class WordTable {

    /** 7 mm and 0.7 mm, in twips. */
    private static final int ROW_HEIGHT = 397;

    private static final int CELL_MARGIN = 40;
    /** A name gets as much room as three figures, but not more than two fifths. */
    private static final int NAME_SHARE = 3;

    private static final double NAME_AT_MOST = 0.4;

    /** So many rows go onto one page with their caption, and are not torn apart. */
    private static final int KEPT_TOGETHER = 20;

    private WordTable() {}

    static void write(XWPFDocument word, Block.Table content) {
        var table =
                word.createTable(content.rows().size() + 1, content.columns().size());
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setCellMargins(0, CELL_MARGIN, 0, CELL_MARGIN);
        widths(table, content.columns().size());
        var head = table.getRow(0);
        head.setRepeatHeader(true);
        fill(head, content.columns(), WordStyles.TABLE_HEAD, true);
        var fitsOnAPage = content.rows().size() <= KEPT_TOGETHER;
        for (int i = 0; i < content.rows().size(); i++) {
            var row = table.getRow(i + 1);
            var last = i == content.rows().size() - 1;
            fill(row, content.rows().get(i), WordStyles.TABLE_CELL, fitsOnAPage && !last);
            row.getCell(0).getParagraphs().get(0).setAlignment(ParagraphAlignment.LEFT);
        }
    }

    private static void widths(XWPFTable table, int columns) {
        table.setWidth((int) WordPage.TEXT_WIDTH);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int i = 0; i < columns; i++) {
            grid.addNewGridCol().setW(WordPage.twips(width(i, columns)));
        }
    }

    private static long width(int column, int columns) {
        var name = Math.round(
                WordPage.TEXT_WIDTH * Math.min(NAME_AT_MOST, (double) NAME_SHARE / (NAME_SHARE + columns - 1)));
        return column == 0 ? name : (WordPage.TEXT_WIDTH - name) / (columns - 1);
    }

    private static void fill(XWPFTableRow row, List<String> cells, WordStyles style, boolean keepWithNext) {
        row.setCantSplitRow(true);
        row.setHeight(ROW_HEIGHT);
        for (int i = 0; i < cells.size(); i++) {
            var cell = row.getCell(i);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            cell.setWidth(String.valueOf(width(i, cells.size())));
            var paragraph = cell.getParagraphs().get(0);
            paragraph.setStyle(style.id());
            paragraph.setKeepNext(keepWithNext);
            WordStyles.startRun(paragraph).setText(cells.get(i));
        }
    }
}
