package cn.minyi5.notification.document.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * 通报. A month's figures with the rows behind them, as they were frozen.
 *
 * @param year in which it was issued
 * @param issue number within that year
 * @param issuedOn in Asia/Shanghai
 * @param rowsSha256 over the rows in their order, as the contracts define it
 */
public record Bulletin(
        UUID id,
        int year,
        int issue,
        YearMonth month,
        LocalDate issuedOn,
        List<Figure> figures,
        List<DepartmentFigures> departments,
        List<EvidenceRow> rows,
        String rowsSha256) {

    public Optional<Figure> figure(String code) {
        return figures.stream().filter(figure -> figure.code().equals(code)).findFirst();
    }

    /** Codes of the figures that departments have, in the order in which they came. */
    public List<String> departmentFigureCodes() {
        return departments.stream()
                .flatMap(department -> department.figures().stream())
                .map(Figure::code)
                .distinct()
                .toList();
    }

    public Stream<EvidenceRow> rowsBehind(String figure) {
        return rows.stream().filter(row -> row.figure().equals(figure));
    }
}
