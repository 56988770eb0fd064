package cn.minyi5.notification.document.domain;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.RowsHash;
import cn.minyi5.contracts.language.CountyTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 通报. A month's figures with the rows behind them, as they were frozen. */
public record Bulletin(BulletinEvent.Issued issued, Instant issuedAt, List<BulletinEvent.Row> rows) {

    public YearMonth month() {
        return YearMonth.parse(issued.month());
    }

    /** In Asia/Shanghai. */
    public LocalDate issuedOn() {
        return CountyTime.at(issuedAt).toLocalDate();
    }

    public Optional<Figure> figure(String code) {
        return PrintedFigures.find(issued.figures(), code);
    }

    /** Codes of the figures that departments have, in the order in which they came. */
    public List<String> departmentFigureCodes() {
        return issued.departments().stream()
                .flatMap(department -> department.figures().stream())
                .map(Figure::code)
                .distinct()
                .toList();
    }

    public Stream<BulletinEvent.Row> rowsBehind(String figure) {
        return rows.stream().filter(row -> row.figure().equals(figure));
    }

    /** Whether the rows at hand are the rows that were frozen: nothing is printed that cannot be proven. */
    public boolean isWhole() {
        var hash = new RowsHash();
        rows.forEach(hash::add);
        return rows.size() == issued.rows() && hash.hex().equals(issued.rowsSha256());
    }
}
