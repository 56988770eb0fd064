package cn.minyi5.notification.document;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.BulletinEvent.DepartmentFigures;
import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.BulletinEvent.Late;
import cn.minyi5.contracts.BulletinEvent.Row;
import cn.minyi5.contracts.RowsHash;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Tally;
import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.domain.Paper.Letterhead;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A month of a county, made with a fixed seed: its figures are counted from its rows, like escalation does it. */
public final class SampleBulletin {

    public static final Letterhead LETTERHEAD = new Letterhead("民意“5”来听工作通报", "县督查室", "各镇街，县直有关部门、单位", "县民意“5”来听工作专班");

    public static final Instant ISSUED_AT = Instant.parse("2021-10-08T00:00:00Z");

    private static final Instant BEGINS = Instant.parse("2021-08-31T16:00:00Z");
    private static final int PAGE = 500;
    private static final Map<String, String> DEPARTMENTS = departments();
    private static final List<String> COUNTS = List.of("collected", "on-spot", "forwarded");
    private static final List<String> FIGURES_OF_DEPARTMENTS = List.of(
            "sign-on-time-rate",
            "reply-on-time-rate",
            "dispatched",
            "returned",
            "return-rate",
            "returns-accepted",
            "returns-rejected",
            "rework-rate",
            "solved-rate",
            "satisfied-rate",
            "answer-rate");

    private final Random random = new Random(5);
    private final List<Row> rows = new ArrayList<>();

    private SampleBulletin() {}

    public static Bulletin of(UUID id, int issue) {
        return new SampleBulletin().make(id, issue);
    }

    /** As escalation publishes it: pages of rows; the issue itself is in the bulletin. */
    public static List<BulletinEvent.RowsFrozen> pages(Bulletin bulletin) {
        var pages = new ArrayList<BulletinEvent.RowsFrozen>();
        for (int from = 0; from < bulletin.rows().size(); from += PAGE) {
            var page = bulletin.rows()
                    .subList(from, Math.min(from + PAGE, bulletin.rows().size()));
            pages.add(new BulletinEvent.RowsFrozen(bulletin.issued().bulletinId(), pages.size(), page));
        }
        return pages;
    }

    public static String hashOf(List<Row> rows) {
        var hash = new RowsHash();
        rows.forEach(hash::add);
        return hash.hex();
    }

    private Bulletin make(UUID id, int issue) {
        for (int i = 0; i < 562; i++) {
            request(i);
        }
        for (int i = 0; i < 40; i++) {
            workOrder(i);
        }
        rows.sort((a, b) -> a.figure().compareTo(b.figure()));
        late("collected", "request-of-august", null, null, true, Late.ADDED);
        late("sign-on-time-rate", "2021-000999/1", "370828101203001", "SHUIWU", false, Late.ADDED);
        late("sign-on-time-rate", "2021-000999/1", "370828101203001", "SHUIWU", true, Late.REMOVED);
        var figures = new ArrayList<Figure>();
        COUNTS.forEach(code -> figures.add(Figure.count(code, counted(code))));
        figures.add(Figure.rate("on-spot-rate", tally("on-spot-rate", row -> true)));
        FIGURES_OF_DEPARTMENTS.forEach(code -> figures.add(
                switch (code) {
                    case "return-rate" -> Figure.rate(code, new Tally(counted("returned"), counted("dispatched")));
                    case "dispatched", "returned", "returns-accepted", "returns-rejected" ->
                        Figure.count(code, counted(code));
                    default -> Figure.rate(code, tally(code, row -> true));
                }));
        var issued = new BulletinEvent.Issued(
                id,
                "2021-09",
                2021,
                issue,
                figures,
                DEPARTMENTS.entrySet().stream().map(this::department).toList(),
                rows.size(),
                hashOf(rows),
                "370828",
                18);
        return new Bulletin(issued, ISSUED_AT, List.copyOf(rows));
    }

    private void request(int i) {
        var onSpot = i % 33 != 0;
        var at = BEGINS.plus(Duration.ofMinutes(i * 70L));
        add("collected", "request-" + i, null, at, null, null, true);
        add("on-spot-rate", "request-" + i, null, at, null, null, onSpot);
        add(onSpot ? "on-spot" : "forwarded", "request-" + i, null, at, null, null, true);
    }

    private void workOrder(int i) {
        var departments = List.copyOf(DEPARTMENTS.keySet());
        var department = departments.get(random.nextInt(departments.size() - 1));
        var subject = "2021-%06d/1".formatted(i);
        var at = BEGINS.plus(Duration.ofHours(i * 17L)).plusNanos(123_456_000);
        clock("sign-on-time-rate", subject, department, at, Duration.ofHours(1));
        clock("reply-on-time-rate", subject, department, at, Duration.ofHours(48));
        var order = "2021-%06d".formatted(i);
        add("dispatched", order, department, at, null, null, true);
        if (i % 13 == 0) {
            // Accepted: another department has it the same day, for whom it counts as well.
            add("returned", order, department, at, null, null, true);
            add("returns-accepted", subject, department, at, null, null, true);
            add("dispatched", order, "NONGYE", at.plus(Duration.ofHours(1)), null, null, false);
        }
        var answered = random.nextInt(10) > 0;
        var solved = random.nextInt(10) > 1;
        add("answer-rate", subject, department, at, null, null, answered);
        if (answered) {
            add("solved-rate", subject, department, at, null, null, solved);
            add("rework-rate", subject, department, at, null, null, !solved);
            add("satisfied-rate", subject, department, at, null, null, random.nextInt(10) > 2);
        }
    }

    private void clock(String figure, String subject, String department, Instant at, Duration allowed) {
        var due = at.plus(allowed);
        var stopped = random.nextInt(12) == 0
                ? null
                : at.plus(allowed.multipliedBy(random.nextInt(120)).dividedBy(100));
        add(figure, subject, department, at, due, stopped, stopped != null && stopped.isBefore(due));
    }

    private void add(
            String figure,
            String subject,
            @Nullable String department,
            Instant at,
            @Nullable Instant dueAt,
            @Nullable Instant stoppedAt,
            boolean counted) {
        rows.add(new Row(
                figure,
                subject,
                "370828101203001",
                department,
                "GS02",
                CountyTime.at(at),
                moment(dueAt),
                moment(stoppedAt),
                counted));
    }

    /** Of August, which was issued before. */
    private void late(
            String figure,
            String subject,
            @Nullable String grid,
            @Nullable String department,
            boolean counted,
            Late late) {
        var at = CountyTime.at(BEGINS.minus(Duration.ofDays(1)));
        rows.add(new Row(figure, subject, grid, department, "GS02", at, null, null, counted, late));
    }

    private long counted(String code) {
        return tally(code, row -> true).counted();
    }

    private Tally tally(String code, Predicate<Row> whose) {
        var all = rows.stream()
                .filter(row -> row.late() == null && row.figure().equals(code))
                .filter(whose)
                .toList();
        return new Tally(all.stream().filter(Row::counted).count(), all.size());
    }

    private DepartmentFigures department(Map.Entry<String, String> department) {
        Predicate<Row> ours = row -> department.getKey().equals(row.department());
        return new DepartmentFigures(
                department.getKey(),
                department.getValue(),
                FIGURES_OF_DEPARTMENTS.stream()
                        .map(code -> switch (code) {
                            case "return-rate" ->
                                Figure.rate(
                                        code,
                                        new Tally(
                                                tally("returned", ours).rows(),
                                                tally("dispatched", ours).rows()));
                            case "dispatched", "returned", "returns-accepted", "returns-rejected" ->
                                Figure.count(code, tally(code, ours).rows());
                            default -> Figure.rate(code, tally(code, ours));
                        })
                        .toList());
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant moment) {
        return moment == null ? null : CountyTime.at(moment);
    }

    /** The last one has no work orders: its rates are rates of nothing. */
    private static Map<String, String> departments() {
        var departments = new LinkedHashMap<String, String>();
        departments.put("SHUIWU", "县水务局");
        departments.put("ZHUJIAN", "县住房和城乡建设局");
        departments.put("CHENGGUAN", "县综合行政执法局（城管局）");
        departments.put("JIAOTONG", "县交通运输局");
        departments.put("GONGDIAN", "国网金乡县供电公司");
        departments.put("NONGYE", "县农业农村局");
        departments.put("RENSHE", "县人力资源和社会保障局");
        departments.put("MINZHENG", "县民政局");
        departments.put("370828001", "金乡街道");
        departments.put("370828101", "羊山镇");
        departments.put("370828102", "胡集镇");
        departments.put("370828103", "霄云镇");
        departments.put("370828104", "鸡黍镇");
        departments.put("370828112", "兴隆镇");
        return departments;
    }
}
