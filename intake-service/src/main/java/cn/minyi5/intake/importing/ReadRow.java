package cn.minyi5.intake.importing;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.importing.domain.HistoryRow;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import java.util.HashMap;
import java.util.List;

/** A row as it came and what it means. */
record ReadRow(SheetRow row, HistoryRow history) {

    /** Reads the rows of whole visits, and sees to it that the rows of one visit agree. */
    static CheckedRows<ReadRow> check(List<SheetRow> rows, HistoryReading reading) {
        var firstOfVisit = new HashMap<String, HistoryRow>();
        var rowsOfVisit = new HashMap<String, Integer>();
        return CheckedRows.check(
                rows,
                row -> {
                    var history = reading.read(row);
                    var first = firstOfVisit.putIfAbsent(history.visitRef(), history);
                    if (first != null) {
                        history.refuseUnlessSameVisitAs(first);
                    }
                    if (rowsOfVisit.merge(history.visitRef(), 1, Integer::sum) > Visit.MOST_REQUESTS) {
                        throw Refusal.invalid("visit.too-many-requests", "visit_ref")
                                .with("most", Visit.MOST_REQUESTS);
                    }
                    return new ReadRow(row, history);
                },
                read -> read.history().requestRef());
    }
}
