package cn.minyi5.intake.importing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.intake.importing.HistoryReading.ReadRow;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.web.sheet.SheetRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryReadingTest {

    private static final String GRID = "370828101201001";
    private static final String TEAMLESS = "370828101201002";
    private static final HistoryReading READING = new HistoryReading(
            Instant.parse("2021-11-01T00:00:00Z"), Map.of(GRID, "T001", TEAMLESS, ""), Set.of("GS02"));

    @Test
    void aRowSettledOnTheSpotIsARequestWithItsNote() {
        var history = read(row(Map.of())).get(0).history();

        assertThat(history.visitedAt()).isEqualTo(Instant.parse("2021-10-05T01:00:00Z"));
        assertThat(history.life()).isNull();
        var request = history.toRequest(new UUID(0, 1));
        assertThat(request.outcome()).isEqualTo(Outcome.RESOLVED_ON_SPOT);
        assertThat(request.contact()).isNull();
    }

    @Test
    void aForwardedRowHasALifeThatMayEndAnywhere() {
        var row = row(Map.of(
                "outcome",
                "FORWARDED",
                "resolution_note",
                "",
                "forwarded_at",
                "2021-10-05T10:00:00+08:00",
                "dispatched_at",
                "2021-10-05T10:10:00+08:00"));

        var life = read(row).get(0).history().life();

        assertThat(life).isNotNull();
        assertThat(life.signedAt()).isNull();
        assertThat(life.reply()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "visit_ref, '', csv.cell-missing",
        "request_ref, '', csv.cell-missing",
        "grid_code, 37082, grid.code-malformed",
        "grid_code, 370828101201003, grid.unknown",
        "grid_code, 370828101201002, grid.without-team",
        "visited_at, 2021-10-05, history.time-malformed",
        "visited_at, 2021-10-05T09:00:00, history.time-malformed",
        "visited_at, 2021-11-01T08:00:01+08:00, history.time-in-future",
        "visited_at, 1999-10-05T09:00:00+08:00, history.time-too-early",
        "form, FLYING, csv.cell-not-in-list",
        "category_code, XX99, request.category-unknown",
        "text, '', request.text-missing",
        "contact_phone, 12345, contact.phone-malformed",
        "outcome, '', csv.cell-missing",
        "resolution_note, '', resolution.note-missing",
        "signed_at, 2021-10-05T09:00:00+08:00, history.outcome-contradicts"
    })
    void aBadCellRefusesItsRowAndIsNamed(String column, String cell, String code) {
        var checked = READING.check(List.of(row(Map.of(column, cell))));

        assertThat(checked.good()).isEmpty();
        assertThat(checked.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.why().code()).isEqualTo(code);
            assertThat(refused.why().field()).isEqualTo(column);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "resolution_note, 讲清了, history.outcome-contradicts",
        "forwarded_at, '', csv.cell-missing",
        "dispatched_at, '', csv.cell-missing",
        "reply_text, 已处理, csv.cell-missing",
        "result_code, SOLVED, csv.cell-missing",
        "solved, YES, csv.cell-missing",
        "replied_at, 2021-10-06T10:00:00+08:00, history.step-missing"
    })
    void aLifeThatCouldNotHaveBeenRefusesItsRow(String column, String cell, String code) {
        var cells = new HashMap<>(Map.of(
                "outcome",
                "FORWARDED",
                "resolution_note",
                "",
                "forwarded_at",
                "2021-10-05T10:00:00+08:00",
                "dispatched_at",
                "2021-10-05T10:10:00+08:00"));
        cells.put(column, cell);

        var checked = READING.check(List.of(row(cells)));

        assertThat(checked.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.why().code()).isEqualTo(code));
    }

    @Test
    void rowsOfOneVisitAgreeOrTheLaterOneIsRefused() {
        var checked = READING.check(List.of(
                row(Map.of()),
                row(Map.of("request_ref", "r2")),
                row(Map.of("request_ref", "r3", "form", "STREET")),
                row(Map.of("request_ref", "r4", "visited_at", "2021-10-05T09:30:00+08:00"))));

        assertThat(checked.good()).hasSize(2);
        assertThat(checked.refused())
                .extracting(refused -> refused.why().code())
                .containsOnly("visit.differs");
    }

    @Test
    void aVisitOfMoreThanTwoHundredRowsIsCutThere() {
        var rows = new ArrayList<SheetRow>();
        for (int number = 0; number < 201; number++) {
            rows.add(row(Map.of("request_ref", "r" + number)));
        }

        var checked = READING.check(rows);

        assertThat(checked.good()).hasSize(200);
        assertThat(checked.refused())
                .extracting(refused -> refused.why().code())
                .containsExactly("visit.too-many-requests");
    }

    private static List<ReadRow> read(SheetRow row) {
        return READING.check(List.of(row)).good();
    }

    private static SheetRow row(Map<String, String> otherwise) {
        var cells = new HashMap<>(Map.of(
                "visit_ref",
                "v1",
                "request_ref",
                "r1",
                "grid_code",
                GRID,
                "visited_at",
                "2021-10-05T09:00:00+08:00",
                "form",
                "HOUSEHOLD",
                "category_code",
                "GS02",
                "text",
                "想了解",
                "outcome",
                "RESOLVED_ON_SPOT",
                "resolution_note",
                "讲清了"));
        cells.putAll(otherwise);
        return new SheetRow(2, cells);
    }
}
