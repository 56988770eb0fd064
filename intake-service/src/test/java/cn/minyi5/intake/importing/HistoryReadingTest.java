package cn.minyi5.intake.importing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Channel;
import cn.minyi5.contracts.language.ResponsibilityScope;
import cn.minyi5.intake.importing.HistoryReading.ReadRow;
import cn.minyi5.intake.importing.domain.KnownCatalogue;
import cn.minyi5.intake.importing.domain.PastLife;
import cn.minyi5.intake.importing.domain.PastOrder;
import cn.minyi5.intake.request.domain.Contact;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.web.sheet.SheetRow;
import java.time.Instant;
import java.time.LocalDate;
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
    private static final KnownCatalogue CATALOGUE = new KnownCatalogue(
            "370828",
            LocalDate.parse("2020-01-01"),
            Instant.parse("2026-01-01T00:00:00Z"),
            List.of("JX01", "JX02"),
            List.of(
                    new ResponsibilityScope("GS02", "370828"),
                    new ResponsibilityScope("WY01", "370828"),
                    new ResponsibilityScope("WY01", "370828")));
    private static final HistoryReading READING = new HistoryReading(
            Instant.parse("2021-11-01T00:00:00Z"),
            Instant.parse("2021-10-20T00:00:00Z"),
            Map.of(GRID, "T001", TEAMLESS, ""),
            Set.of("GS02", "WY01", "ZX01", "ZX02"),
            List.of(CATALOGUE));

    @Test
    void aRowSettledOnTheSpotIsARequestWithItsNote() {
        var history = read(row(Map.of())).get(0).history();

        assertThat(history.visitedAt()).isEqualTo(Instant.parse("2021-10-05T01:00:00Z"));
        assertThat(history.order()).isNull();
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

        var order = read(row).get(0).history().order();

        assertThat(order).isNotNull();
        var life = order.life();
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
        "visited_at, 2021-10-20T08:00:01+08:00, history.after-cut-over",
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

    @Test
    void aNamedDepartmentItsNumbersAndItsChannelComeAlong() {
        var order = read(forwarded(Map.of(
                        "category_code", "ZX01",
                        "lead", "JX02",
                        "assisting", "JX01",
                        "channel", "HOTLINE_12345",
                        "external_number", "12345-0007",
                        "former_number", "民听〔2021〕301")))
                .get(0)
                .history()
                .order();

        var told = order.told(new UUID(0, 1), Instant.parse("2021-10-20T00:00:00Z"), new Contact("王小明", null, null))
                .brought();
        assertThat(told.lead()).isEqualTo("JX02");
        assertThat(told.assisting()).containsExactly("JX01");
        assertThat(told.channel()).isEqualTo(Channel.HOTLINE_12345);
        assertThat(told.externalNumber()).isEqualTo("12345-0007");
        assertThat(told.formerNumber()).isEqualTo("民听〔2021〕301");
        assertThat(told.cutOver()).isEqualTo("2021-10-20T08:00:00+08:00");
    }

    @ParameterizedTest
    @CsvSource({
        "ZX01, '', WALK, '', history.without-department",
        "WY01, '', WALK, '', history.without-department",
        "GS02, NOBODY, WALK, '', history.department-unknown",
        "GS02, JX01, HOTLINE_12345, '', history.external-number-missing",
        "ZX02, JX01, WALK, '', history.confidential",
        "GS02, JX01, PIGEON, '', csv.cell-not-in-list"
    })
    void whatNoSingleRuleAssignsOrNobodyCanBeIsRefusedByTheImport(
            String category, String lead, String channel, String number, String code) {
        var row = forwarded(
                Map.of("category_code", category, "lead", lead, "channel", channel, "external_number", number));

        assertThat(READING.check(List.of(row)).refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.why().code()).isEqualTo(code));
    }

    @Test
    void aComplaintAboutOfficialsNeedsNoRule() {
        assertThat(read(forwarded(Map.of("category_code", "ZX02")))).hasSize(1);
    }

    @Test
    void aCatalogueCountsFromItsDayOn() {
        var row = forwarded(Map.of(
                "visited_at", "2019-12-25T09:00:00+08:00",
                "forwarded_at", "2019-12-25T10:00:00+08:00",
                "dispatched_at", "2019-12-25T10:10:00+08:00"));

        assertThat(READING.check(List.of(row)).refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.why().code()).isEqualTo("history.without-department"));
    }

    @Test
    void laterRowsTellReturnsAndRounds() {
        var rows = List.of(
                forwarded(Map.of()),
                step(
                        3,
                        "RETURN",
                        "05T11:00",
                        Map.of("step_department", "JX02", "step_words", "王小明所说不属本单位，电话13800000001")),
                step(4, "ACCEPT_RETURN", "05T12:00", Map.of()),
                step(5, "DISPATCH", "05T12:10", Map.of("step_department", "JX02")),
                step(6, "SIGN", "05T12:30", Map.of()),
                step(7, "REPLY", "06T10:00", Map.of("result_code", "SOLVED", "reply_text", "已修")),
                step(8, "ACCEPT_REPLY", "06T11:00", Map.of()),
                step(9, "FOLLOW_UP", "07T09:00", Map.of("solved", "NO", "satisfied", "NO")),
                step(10, "SIGN", "07T09:30", Map.of()));

        var read = READING.check(rows);

        assertThat(read.refused()).isEmpty();
        assertThat(read.good()).singleElement().satisfies(one -> assertThat(one.rows())
                .isEqualTo(9));
        var order = read.good().get(0).history().order();
        assertThat(order.echoes())
                .containsExactly(new PastOrder.PastEcho(
                        1, new PastLife.Echo(Answer.NO, Answer.NO), Instant.parse("2021-10-07T01:00:00Z")));
        var told = order.told(new UUID(0, 1), Instant.parse("2021-10-20T00:00:00Z"), new Contact("王小明", null, null))
                .brought();
        assertThat(told.steps()).hasSize(8);
        assertThat(told.steps().get(0).words())
                .doesNotContain("王小明", "13800000001")
                .contains("所说不属本单位");
    }

    @ParameterizedTest
    @CsvSource({
        "REPLY, 05T12:00, history.step-impossible",
        "SIGN, 05T10:00, history.out-of-order",
        "SIGN, 20T09:00, history.after-cut-over",
        "RETURN, 05T12:00, csv.cell-missing",
        "EAT, 05T12:00, csv.cell-not-in-list"
    })
    void aStepThatCannotHaveBeenRefusesItsWholeRequest(String step, String at, String code) {
        var rows = List.of(
                forwarded(Map.of()),
                step(3, step, at, Map.of("result_code", "SOLVED", "reply_text", "已修")),
                step(4, "SIGN", "06T12:00", Map.of()));

        var checked = READING.check(rows);

        assertThat(checked.good()).isEmpty();
        assertThat(checked.refused())
                .extracting(
                        refused -> refused.row().number() + " " + refused.why().code())
                .containsExactlyInAnyOrder("2 history.other-row-refused", "3 " + code, "4 history.other-row-refused");
    }

    @Test
    void aStepOfNoRequestIsRefusedAndSoIsThatOfARefusedOne() {
        var checked = READING.check(List.of(
                forwarded(Map.of("text", "")),
                step(3, "SIGN", "05T12:00", Map.of()),
                step(4, "SIGN", "05T12:00", Map.of("request_ref", "r9"))));

        assertThat(checked.refused())
                .extracting(
                        refused -> refused.row().number() + " " + refused.why().code())
                .containsExactlyInAnyOrder(
                        "2 request.text-missing", "3 history.other-row-refused", "4 history.step-of-nothing");
    }

    private static SheetRow forwarded(Map<String, String> otherwise) {
        var cells = new HashMap<>(Map.of(
                "outcome", "FORWARDED",
                "resolution_note", "",
                "forwarded_at", "2021-10-05T10:00:00+08:00",
                "dispatched_at", "2021-10-05T10:10:00+08:00"));
        cells.putAll(otherwise);
        return row(cells);
    }

    private static SheetRow step(int number, String step, String at, Map<String, String> more) {
        var cells = new HashMap<>(
                Map.of("visit_ref", "v1", "request_ref", "r1", "step", step, "step_at", "2021-10-" + at + ":00+08:00"));
        cells.putAll(more);
        return new SheetRow(number, cells);
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
