package cn.minyi5.notification.document.domain;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.RowsHash;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 通报. A month's figures with the rows behind them, as they were frozen. */
public record Bulletin(BulletinEvent.Issued issued, Instant issuedAt, List<BulletinEvent.Row> rows) {

    public static final String DISPATCHED = "dispatched";
    public static final String RETURNED = "returned";

    /** Figures of orders: of one that several departments had in the month, one row alone is counted for the county. */
    public static final Set<String> ONCE = Set.of(DISPATCHED, RETURNED);

    private static final String RETURN_RATE = "return-rate";

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

    /** Of the bulletin's own month. */
    public Stream<BulletinEvent.Row> rowsBehind(String figure) {
        return rows.stream().filter(row -> row.late() == null && row.figure().equals(figure));
    }

    public LateArrivals lateArrivals() {
        return new LateArrivals(rows.stream().filter(row -> row.late() != null).toList());
    }

    /** The return rate has no rows of its own but those of two counts, unless it was issued before these were figures. */
    public boolean isOfTwoCounts(String code) {
        return code.equals(RETURN_RATE) && figure(DISPATCHED).isPresent();
    }

    /** Whether departments have it as a rate. */
    boolean isRate(String code) {
        return issued.departments().stream()
                .flatMap(department -> PrintedFigures.find(department.figures(), code).stream())
                .allMatch(PrintedFigures::isRate);
    }

    /**
     * As much of it as is for a department or a place: its rows, and figures counted from these rows alone. Of an order
     * that other departments had too, the row of this one counts here.
     *
     * @param department whose rows; null for all
     * @param place where; what has no place is nobody's but the county's
     */
    public Bulletin excerpt(@Nullable String department, DivisionCode place) {
        var ours = rows.stream()
                .filter(row -> department == null || department.equals(row.department()))
                .filter(row -> row.gridCode() != null && row.gridCode().startsWith(place.value()))
                .map(row ->
                        department != null && row.late() == null && ONCE.contains(row.figure()) ? counted(row) : row)
                .toList();
        var excerpt = new Bulletin(issued, issuedAt, ours);
        var departments = issued.departments().stream()
                .filter(each -> department != null && department.equals(each.department()))
                .toList();
        var codes = departmentFigureCodes();
        var figures = issued.figures().stream()
                .filter(figure -> department == null || codes.contains(figure.code()))
                .map(excerpt::countedAnew)
                .toList();
        var issue = new BulletinEvent.Issued(
                issued.bulletinId(),
                issued.month(),
                issued.year(),
                issued.issue(),
                figures,
                departments,
                issued.rows(),
                issued.rowsSha256(),
                issued.division(),
                issued.total());
        return new Bulletin(issue, issuedAt, ours);
    }

    /** Whether rows are left out that are not for these eyes. */
    public boolean isExcerpt() {
        return rows.size() < issued.rows();
    }

    private static BulletinEvent.Row counted(BulletinEvent.Row row) {
        return new BulletinEvent.Row(
                row.figure(),
                row.subject(),
                row.gridCode(),
                row.department(),
                row.categoryCode(),
                row.at(),
                row.dueAt(),
                row.stoppedAt(),
                true);
    }

    private Figure countedAnew(Figure figure) {
        if (figure.denominator() == null) {
            return Figure.count(figure.code(), counted(figure.code()));
        }
        var tally = isOfTwoCounts(figure.code())
                ? new Tally(counted(RETURNED), counted(DISPATCHED))
                : new Tally(counted(figure.code()), rowsBehind(figure.code()).count());
        return Figure.rate(figure.code(), tally);
    }

    private long counted(String code) {
        return rowsBehind(code).filter(BulletinEvent.Row::counted).count();
    }

    /** Whether the rows at hand are the rows that were frozen: nothing is printed that cannot be proven. */
    public boolean isWhole() {
        var hash = new RowsHash();
        rows.forEach(hash::add);
        return rows.size() == issued.rows() && hash.hex().equals(issued.rowsSha256());
    }
}
