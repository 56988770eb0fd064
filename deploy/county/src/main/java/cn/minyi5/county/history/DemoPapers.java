package cn.minyi5.county.history;

import cn.minyi5.contracts.language.PastStep;
import cn.minyi5.county.CountyFiles;
import cn.minyi5.county.DemoCounty;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 督办通知单、专报. As many as the county says that it issued until October 2021; what they say is invented. */
public final class DemoPapers {
    public static final int NOTICES = 31;
    public static final int SPECIAL_REPORTS = 24;

    private static final int REPLY_HOURS = 48;
    private static final int OFFICE_OPENS = 9;

    private record Paper(String kind, LocalDateTime issuedAt, String title, String department, String about) {}

    private DemoPapers() {}

    /** In the format of escalation. */
    public static String csv(DemoHistory history) {
        var numbers = new TreeMap<String, Integer>();
        var papers = Stream.concat(notices(history).stream(), reports().stream())
                .sorted(Comparator.comparing(Paper::issuedAt))
                .map(paper ->
                        row(paper, numbers.merge(paper.kind() + paper.issuedAt().getYear(), 1, Integer::sum)));
        return CountyFiles.csv(
                List.of("kind", "division", "year", "issue", "number", "issued_at", "title", "department", "about"),
                papers);
    }

    /** About replies that were late, spread over the whole time. */
    private static List<Paper> notices(DemoHistory history) {
        var late = history.orders().stream()
                .filter(order -> order.first(PastStep.REPLY)
                        .filter(reply -> reply.at().isAfter(order.dispatchedAt().plusHours(REPLY_HOURS)))
                        .isPresent())
                .sorted(Comparator.comparing(PastOrder::dispatchedAt))
                .toList();
        return IntStream.range(0, NOTICES)
                .mapToObj(no -> late.get(no * late.size() / NOTICES))
                .map(order -> new Paper(
                        "NOTICE",
                        order.dispatchedAt().plusHours(REPLY_HOURS + 24),
                        "关于限期办理并答复工单" + order.number() + "的督办通知",
                        order.lead(),
                        order.number()))
                .toList();
    }

    /** One a month, and at the end of each quarter one more. */
    private static List<Paper> reports() {
        var papers = new ArrayList<Paper>();
        for (var month : VisitDays.months()) {
            var end = month.atEndOfMonth().atTime(OFFICE_OPENS, 0);
            papers.add(new Paper(
                    "SPECIAL_REPORT",
                    end,
                    "关于%d年%d月群众集中反映问题的专报".formatted(month.getYear(), month.getMonthValue()),
                    "",
                    ""));
            if (month.getMonthValue() % 3 == 0) {
                papers.add(new Paper(
                        "SPECIAL_REPORT",
                        end.plusHours(1),
                        "关于%d年第%d季度超期未答复工单的专报".formatted(month.getYear(), month.getMonthValue() / 3),
                        "",
                        ""));
            }
        }
        return papers;
    }

    private static List<Object> row(Paper paper, int issue) {
        return Arrays.asList(
                paper.kind(),
                DemoCounty.CODE,
                paper.issuedAt().getYear(),
                issue,
                "",
                HistoryCsv.time(paper.issuedAt()),
                paper.title(),
                paper.department(),
                paper.about());
    }
}
