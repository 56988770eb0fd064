package cn.minyi5.intake.importing.domain;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of whole visits, and sees to it that the rows of one visit agree. */
public final class VisitRows {

    private final HistoryReading reading;
    private final Map<String, HistoryRow> firstOfVisit = new HashMap<>();
    private final Map<String, Integer> rowsOfVisit = new HashMap<>();

    private VisitRows(HistoryReading reading) {
        this.reading = reading;
    }

    public static CheckedRows<ReadRow> check(List<SheetRow> rows, HistoryReading reading) {
        return CheckedRows.check(
                rows, new VisitRows(reading)::read, read -> read.history().requestRef());
    }

    private ReadRow read(SheetRow row) {
        var history = reading.read(row);
        var first = firstOfVisit.putIfAbsent(history.visitRef(), history);
        if (first != null) {
            history.refuseUnlessSameVisitAs(first);
        }
        if (rowsOfVisit.merge(history.visitRef(), 1, Integer::sum) > Visit.MOST_REQUESTS) {
            throw Refusal.invalid("visit.too-many-requests", "visit_ref").with("most", Visit.MOST_REQUESTS);
        }
        return new ReadRow(row, history);
    }
}
