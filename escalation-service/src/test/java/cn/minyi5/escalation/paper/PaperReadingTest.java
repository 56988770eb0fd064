package cn.minyi5.escalation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.escalation.paper.domain.PaperNumbers;
import cn.minyi5.escalation.paper.domain.PastPaper;
import cn.minyi5.escalation.paper.domain.PastPaper.Kind;
import cn.minyi5.escalation.paper.domain.PastPaper.Series;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperReadingTest {

    private static final DivisionCode COUNTY = new DivisionCode("370828");
    private static final Instant NOW = Instant.parse("2021-11-01T00:00:00Z");

    @Test
    void numbersGoOnWithoutGapsInEachSeries() {
        var checked = check(
                Map.of(new Series(Kind.NOTICE, COUNTY, 2021), 3),
                row(Map.of("issue", "4")),
                row(Map.of("issue", "5")),
                row(Map.of("kind", "SPECIAL_REPORT", "issue", "1")),
                row(Map.of("year", "2020", "issue", "1", "issued_at", "2020-05-08T10:00:00+08:00")));

        assertThat(checked.refused()).isEmpty();
        assertThat(checked.good()).extracting(PastPaper::issue).containsExactly(4, 5, 1, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "issue, 3, paper.number-taken",
        "issue, 5, paper.number-leaves-gap",
        "issue, x, csv.cell-not-a-number",
        "kind, LETTER, csv.cell-not-in-list",
        "division, 370829, paper.outside-jurisdiction",
        "division, 370828101, paper.outside-jurisdiction",
        "year, 2020, paper.year-differs",
        "issued_at, 2021-05-08, paper.time-malformed",
        "issued_at, 2021-12-08T10:00:00+08:00, paper.time-impossible",
        "title, '', csv.cell-missing"
    })
    void aPaperThatCannotHaveBeenIsRefused(String column, String cell, String code) {
        var checked = check(Map.of(new Series(Kind.NOTICE, COUNTY, 2021), 3), row(Map.of(column, cell)));

        assertThat(checked.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.why().code()).isEqualTo(code));
    }

    @Test
    void theSamePaperAgainChangesNothingAndAnotherUnderItsNumberIsRefused() {
        var paper = check(Map.of(), row(Map.of("issue", "1"))).good().get(0);
        var last = Map.of(paper.series(), 1);
        var reading = new PaperReading(COUNTY, NOW, Set.of(paper), new PaperNumbers(last));

        assertThat(reading.check(List.of(row(Map.of("issue", "1")))).good()).containsExactly(paper);
        assertThat(reading.check(List.of(row(Map.of("issue", "1", "title", "另一件事"))))
                        .refused())
                .hasSize(1);
    }

    private static CheckedRows<PastPaper> check(Map<Series, Integer> last, SheetRow... rows) {
        return new PaperReading(COUNTY, NOW, Set.of(), new PaperNumbers(last)).check(List.of(rows));
    }

    private static SheetRow row(Map<String, String> otherwise) {
        var cells = new HashMap<>(Map.of(
                "kind", "NOTICE",
                "division", "370828",
                "year", "2021",
                "issue", "4",
                "issued_at", "2021-05-08T10:00:00+08:00",
                "title", "关于限期办理供水问题的通知",
                "department", "JX03"));
        cells.putAll(otherwise);
        return new SheetRow(2, cells);
    }
}
