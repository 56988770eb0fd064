package cn.minyi5.intake.importing;

import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.Encrypted;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.web.ProblemTexts;
import cn.minyi5.web.sheet.RefusedRow;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Stores refused rows under their import's key, and gives them back as they came, each with its reason. */
@ApplicationScoped
class RefusedRows {

    private final Transactions transactions;
    private final EnvelopeEncryption encryption;
    private final ObjectMapper json;

    RefusedRows(Transactions transactions, EnvelopeEncryption encryption, ObjectMapper json) {
        this.transactions = transactions;
        this.encryption = encryption;
        this.json = json;
    }

    Uni<Void> store(List<RefusedRow> refused, HistoryImportRow of) {
        return transactions
                .session()
                .insertMultiple(refused.stream()
                        .map(row -> RefusedHistoryRow.of(of.id, row.row().number(), encrypted(row, of), row.why()))
                        .toList());
    }

    /** In the order of the file that was brought; the column {@code reason} is not read again. */
    Uni<String> file(HistoryImportRow of, Locale language) {
        return transactions
                .session()
                .createSelectionQuery(
                        "from RefusedHistoryRow where key.importId = :id order by key.rowNumber",
                        RefusedHistoryRow.class)
                .setParameter("id", of.id)
                .getResultList()
                .map(rows -> {
                    var file = new StringWriter();
                    try (var printer = new CSVPrinter(file, CSVFormat.RFC4180)) {
                        printer.printRecord(Stream.concat(HistoryReading.COLUMNS.stream(), Stream.of("reason")));
                        for (var row : rows) {
                            printer.printRecord(Stream.concat(cells(row, of), Stream.of(reason(row, language))));
                        }
                        return file.toString();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static String reason(RefusedHistoryRow row, Locale language) {
        return Objects.requireNonNullElse(row.field, "") + ": " + ProblemTexts.of(row.code, language, row.details);
    }

    private byte[] encrypted(RefusedRow refused, HistoryImportRow of) {
        var cells = HistoryReading.COLUMNS.stream().map(refused.row()::cell).toList();
        try {
            return encryption.encryptUnder(of.wrappedKey, json.writeValueAsBytes(cells), HistoryImportRow.about(of.id));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a refused row cannot be written", e);
        }
    }

    private Stream<String> cells(RefusedHistoryRow row, HistoryImportRow of) throws IOException {
        var cells = encryption.decrypt(new Encrypted(of.wrappedKey, row.content), HistoryImportRow.about(of.id));
        return Arrays.stream(json.readValue(cells, String[].class));
    }
}
