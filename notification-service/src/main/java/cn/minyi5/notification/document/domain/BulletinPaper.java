package cn.minyi5.notification.document.domain;

import cn.minyi5.contracts.BulletinEvent.DepartmentFigures;
import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.notification.document.domain.Paper.Block;
import cn.minyi5.notification.template.domain.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a bulletin's text: what was received, how it was handled, what citizens said, and how departments stand. */
public final class BulletinPaper {

    private static final List<String> ON_TIME = List.of("sign-on-time-rate", "reply-on-time-rate");

    private BulletinPaper() {}

    public static Paper of(Bulletin bulletin, Paper.Letterhead letterhead) {
        var issued = bulletin.issued();
        var month = LateArrivals.printed(bulletin.month());
        return new Paper(
                letterhead,
                Names.ofBulletin(issued.year(), issued.issue(), issued.total()),
                List.of("关于%s民意“5”来听".formatted(month), "工作情况的通报"),
                body(bulletin, month),
                month + "通报依据数据表",
                bulletin.issuedOn(),
                "依据数据共%d行，SHA-256：%s".formatted(bulletin.rows().size(), issued.rowsSha256()));
    }

    private static List<Block> body(Bulletin bulletin, String month) {
        var sentences = new Sentences(bulletin);
        var departments = bulletin.issued().departments();
        var body = new ArrayList<Block>();
        body.add(new Block.Paragraph("现将%s民意诉求的受理、办理和回访情况通报如下。文中每个数字都可在附件中逐行查对。".formatted(month)));
        body.add(new Block.Heading("一、受理情况"));
        body.add(new Block.Paragraph(sentences.received()));
        body.add(new Block.Heading("二、办理情况"));
        body.add(new Block.Paragraph(sentences.handled()));
        body.add(new Block.Heading("三、回访情况"));
        body.add(new Block.Paragraph(sentences.followedUp()));
        body.add(figures(bulletin.issued().figures()));
        body.add(new Block.Heading("四、各单位情况"));
        body.add(new Block.Paragraph(late(departments)));
        var codes = bulletin.departmentFigureCodes().stream().collect(Collectors.partitioningBy(bulletin::isRate));
        if (!departments.isEmpty()) {
            body.add(departments("表2  各单位指标", departments, codes.get(true)));
        }
        if (!codes.get(false).isEmpty()) {
            body.add(departments("表3  各单位派单和退单", departments, codes.get(false)));
        }
        var late = bulletin.lateArrivals();
        var table = "表" + (body.stream().filter(Block.Table.class::isInstance).count() + 1);
        body.add(new Block.Heading("五、以前月份补录情况"));
        body.add(new Block.Paragraph(late.sentence(table)));
        if (!late.rows().isEmpty()) {
            body.add(late.table(table + "  以前月份补录"));
        }
        return body;
    }

    private static Block figures(List<Figure> figures) {
        return new Block.Table(
                "表1  全县指标",
                List.of("指标", "数值", "分子", "分母"),
                figures.stream()
                        .map(figure -> List.of(
                                PrintedFigures.name(figure.code()),
                                PrintedFigures.shown(figure),
                                Objects.toString(figure.numerator(), ""),
                                Objects.toString(figure.denominator(), "")))
                        .toList());
    }

    /** Who was late stands in the text, not only in the table. */
    private static String late(List<DepartmentFigures> departments) {
        if (departments.isEmpty()) {
            return "本月没有单位办理工单。";
        }
        var late = departments.stream()
                .flatMap(department -> lateness(department).stream())
                .collect(Collectors.joining("、"));
        return "各单位指标见表2。" + (late.isEmpty() ? "各单位到期工单均已按时签收、答复。" : "没有全部按时签收、答复的单位：" + late + "。");
    }

    private static Optional<String> lateness(DepartmentFigures department) {
        var rates = ON_TIME.stream()
                .flatMap(code -> PrintedFigures.find(department.figures(), code).stream())
                .filter(figure -> figure.tally().filter(tally -> !tally.isAll()).isPresent())
                .map(figure -> PrintedFigures.name(figure.code()).replace("率", "") + PrintedFigures.shown(figure))
                .collect(Collectors.joining("，"));
        return rates.isEmpty() ? Optional.empty() : Optional.of(department.name() + "（" + rates + "）");
    }

    private static Block departments(String caption, List<DepartmentFigures> departments, List<String> codes) {
        return new Block.Table(
                caption,
                Stream.concat(Stream.of("单位"), codes.stream().map(PrintedFigures::name))
                        .toList(),
                departments.stream().map(department -> row(department, codes)).toList());
    }

    private static List<String> row(DepartmentFigures department, List<String> codes) {
        var figures = codes.stream().map(code -> PrintedFigures.find(department.figures(), code)
                .map(PrintedFigures::shown)
                .orElse(""));
        return Stream.concat(Stream.of(department.name()), figures).toList();
    }
}
