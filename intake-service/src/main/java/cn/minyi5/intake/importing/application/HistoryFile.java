package cn.minyi5.intake.importing.application;

import cn.minyi5.intake.importing.domain.HistoryColumns;
import cn.minyi5.privacy.Seal;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.SheetRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The rows of an import by visit, always in the same order: the visit that comes first in the file first. */
record HistoryFile(HistoryImport from, List<List<SheetRow>> visits) {

    /** Opens the sealed file. Blocks on the CPU. */
    static HistoryFile open(HistoryImport from, Seal seal) {
        var bytes = seal.open(from.file(), HistoryImport.about(from.id()));
        var visits = new LinkedHashMap<String, List<SheetRow>>();
        for (var row : CsvSheet.read(bytes, HistoryColumns.ALL)) {
            visits.computeIfAbsent(row.cell("visit_ref"), ref -> new ArrayList<>())
                    .add(row);
        }
        return new HistoryFile(from, List.copyOf(visits.values()));
    }

    List<SheetRow> rows(int firstVisit, int endVisit) {
        return visits.subList(firstVisit, endVisit).stream()
                .flatMap(List::stream)
                .toList();
    }
}
