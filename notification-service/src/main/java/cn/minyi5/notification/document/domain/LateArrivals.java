package cn.minyi5.notification.document.domain;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.BulletinEvent.Late;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.notification.document.domain.Paper.Block;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 补录. What has become known of earlier months since their bulletins were issued, and what no longer counts in them: the
 * printed figures stay as they are, this stands beside them.
 *
 * @param rows in the order in which they were frozen: by month, by figure
 */
public record LateArrivals(List<BulletinEvent.Row> rows) {

    private static final List<String> COLUMNS = List.of("月份", "指标", "补录", "其中计入", "核减", "其中计入");

    /** Of the county's clocks, in whatever offset the moment was told. */
    public static String printedMonthOf(BulletinEvent.Row row) {
        return printed(CountyTime.monthOf(row.at().toInstant()));
    }

    static String printed(YearMonth month) {
        return "%d年%d月".formatted(month.getYear(), month.getMonthValue());
    }

    /** 补录 or 核减. */
    public static String printed(BulletinEvent.Row row) {
        return row.late() == Late.ADDED ? "补录" : "核减";
    }

    /** @param table of the paper, in which they stand */
    String sentence(String table) {
        if (rows.isEmpty()) {
            return "以前各月通报印发后，没有需要补录的情况。";
        }
        var months = rows.stream().map(LateArrivals::printedMonthOf).distinct().collect(Collectors.joining("、"));
        return "通报印发后又获知的%s情况，依据数据补录%d行、核减%d行，见%s，逐行列于附件。已印发的数字不作改动。"
                .formatted(months, count(rows, Late.ADDED), count(rows, Late.REMOVED), table);
    }

    Block table(String caption) {
        var lines = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(printedMonthOf(row), PrintedFigures.name(row.figure())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return new Block.Table(
                caption,
                COLUMNS,
                lines.entrySet().stream().map(LateArrivals::line).toList());
    }

    private static List<String> line(Map.Entry<List<String>, List<BulletinEvent.Row>> line) {
        var counted =
                line.getValue().stream().filter(BulletinEvent.Row::counted).toList();
        var counts = Stream.of(Late.ADDED, Late.REMOVED)
                .flatMap(late -> Stream.of(count(line.getValue(), late), count(counted, late)))
                .map(String::valueOf);
        return Stream.concat(line.getKey().stream(), counts).toList();
    }

    private static long count(List<BulletinEvent.Row> rows, Late late) {
        return rows.stream().filter(row -> row.late() == late).count();
    }
}
