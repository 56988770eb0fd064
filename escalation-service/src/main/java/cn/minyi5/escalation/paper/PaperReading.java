package cn.minyi5.escalation.paper;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.paper.domain.PaperNumbers;
import cn.minyi5.escalation.paper.domain.PastPaper;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of papers, and refuses what cannot have been.
 *
 * @param there papers that were brought before: the same again changes nothing
 */
record PaperReading(DivisionCode jurisdiction, Instant now, Set<PastPaper> there, PaperNumbers numbers) {

    static final List<String> COLUMNS =
            List.of("kind", "division", "year", "issue", "number", "issued_at", "title", "department", "about");

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CODE = 32;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    CheckedRows<PastPaper> check(List<SheetRow> rows) {
        return CheckedRows.check(rows, this::read, paper -> List.of(paper.series(), paper.issue()));
    }

    private PastPaper read(SheetRow row) {
        var series =
                new PastPaper.Series(row.oneOf("kind", PastPaper.Kind.class), division(row), row.wholeNumber("year"));
        var paper = new PastPaper(
                series,
                row.wholeNumber("issue"),
                optional(row, "number", LONGEST_NAME),
                row.required("title", LONGEST_TITLE),
                optional(row, "department", LONGEST_CODE),
                optional(row, "about", LONGEST_NAME),
                issuedAt(row));
        if (!there.contains(paper)) {
            numbers.take(paper);
        }
        return paper;
    }

    private DivisionCode division(SheetRow row) {
        var division = row.as("division", DivisionCode::new);
        if (!division.isCountyOrAbove() || !jurisdiction.contains(division)) {
            throw Refusal.invalid("paper.outside-jurisdiction", "division").with("jurisdiction", jurisdiction.value());
        }
        return division;
    }

    private Instant issuedAt(SheetRow row) {
        return row.as("issued_at", cell -> {
            var moment = CountyTime.parsed(
                            cell, OffsetDateTime::parse, () -> Refusal.invalid("paper.time-malformed", "issued_at"))
                    .toInstant();
            if (moment.isBefore(EARLIEST) || moment.isAfter(now)) {
                throw Refusal.invalid("paper.time-impossible", "issued_at");
            }
            return moment;
        });
    }

    private static @Nullable String optional(SheetRow row, String column, int longest) {
        return row.optional(column) == null ? null : row.required(column, longest);
    }
}
