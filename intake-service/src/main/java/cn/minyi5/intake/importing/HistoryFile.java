package cn.minyi5.intake.importing;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.importing.domain.HistoryColumns;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.SheetRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** The rows of an import by visit, always in the same order: the visit that comes first in the file first. */
record HistoryFile(
        UUID importId, String source, DivisionCode jurisdiction, byte[] wrappedKey, List<List<SheetRow>> visits) {

    /** Decrypts and reads the file. Blocks on the CPU. */
    static HistoryFile open(HistoryImportRow from, EnvelopeEncryption encryption) {
        var bytes = encryption.decrypt(from.encryptedFile(), HistoryImportRow.about(from.id));
        var visits = new LinkedHashMap<String, List<SheetRow>>();
        for (var row : CsvSheet.read(bytes, HistoryColumns.ALL)) {
            visits.computeIfAbsent(row.cell("visit_ref"), ref -> new ArrayList<>())
                    .add(row);
        }
        return new HistoryFile(
                from.id, from.source, from.jurisdiction(), from.wrappedKey, List.copyOf(visits.values()));
    }

    List<SheetRow> rows(int firstVisit, int endVisit) {
        return visits.subList(firstVisit, endVisit).stream()
                .flatMap(List::stream)
                .toList();
    }
}
