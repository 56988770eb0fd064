package cn.minyi5.notification.document.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.BulletinEvent.DepartmentFigures;
import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.BulletinEvent.Late;
import cn.minyi5.contracts.language.Tally;
import cn.minyi5.notification.document.SampleBulletin;
import cn.minyi5.notification.document.domain.Paper.Block;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BulletinPaperTest {

    private static final Figure ALL_SIGNED = new Figure("sign-on-time-rate", BigDecimal.ONE, 3L, 3L);
    private static final Figure SOME_SIGNED = new Figure("sign-on-time-rate", new BigDecimal("0.5"), 1L, 2L);
    private static final Figure NONE_DUE = new Figure("reply-on-time-rate", null, 0L, 0L);

    @Test
    void aRateOfNothingIsSaidToBeNone() {
        assertThat(text(bulletin(List.of(NONE_DUE), List.of()))).contains("到期应答复0件次，按时答复率不计。");
    }

    @Test
    void whoWasLateIsNamedWithTheRate() {
        var text = text(bulletin(
                List.of(),
                List.of(
                        new DepartmentFigures("A", "县水务局", List.of(SOME_SIGNED, NONE_DUE)),
                        new DepartmentFigures("B", "羊山镇", List.of(ALL_SIGNED, NONE_DUE)))));

        assertThat(text).contains("没有全部按时签收、答复的单位：县水务局（按时签收50.00%）。");
    }

    @Test
    void whoWasLateOnceInTwentyThousandIsNamedThoughTheRateIsRoundedToOne() {
        var nearlyAll = Figure.rate("sign-on-time-rate", new Tally(19_999, 20_000));

        var text = text(bulletin(List.of(), List.of(new DepartmentFigures("A", "县水务局", List.of(nearlyAll)))));

        assertThat(nearlyAll.value()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(text).contains("没有全部按时签收、答复的单位：县水务局（按时签收99.995%）。");
    }

    @Test
    void itIsNumberedByTheYearOfItsMonthWithTheRunningTotal() {
        assertThat(BulletinPaper.of(bulletin(List.of(), List.of()), SampleBulletin.LETTERHEAD)
                        .number())
                .isEqualTo("2021年第9期（总第18期）");
    }

    @Test
    void ifNobodyWasLateThatIsSaidToo() {
        var text = text(bulletin(List.of(), List.of(new DepartmentFigures("B", "羊山镇", List.of(ALL_SIGNED, NONE_DUE)))));

        assertThat(text).contains("各单位到期工单均已按时签收、答复。");
    }

    @Test
    void aMonthWithoutWorkOrdersHasNoTableOfDepartments() {
        var paper = BulletinPaper.of(bulletin(List.of(ALL_SIGNED), List.of()), SampleBulletin.LETTERHEAD);

        assertThat(paper.body()).filteredOn(Block.Table.class::isInstance).hasSize(1);
        assertThat(text(bulletin(List.of(), List.of()))).contains("本月没有单位办理工单。");
    }

    @Test
    void whatBecameKnownAfterAMonthWasIssuedIsListedAndThePrintedFigureStays() {
        var text = text(SampleBulletin.of(new UUID(0, 1), 9));

        assertThat(text).contains("通报印发后又获知的2021年8月情况，依据数据补录2行、核减1行，见表4，逐行列于附件。已印发的数字不作改动。");
    }

    @Test
    void theFirstMomentOfAMonthIsInItAlsoWhenItIsToldInAnotherOffset() {
        var august = OffsetDateTime.parse("2021-07-31T16:00:00Z");
        var row = new BulletinEvent.Row("collected", "ZX02", null, null, null, august, null, null, true, Late.ADDED);

        assertThat(LateArrivals.printedMonthOf(row)).isEqualTo("2021年8月");
    }

    @Test
    void ifNothingBecameKnownThatIsSaidToo() {
        assertThat(text(bulletin(List.of(), List.of()))).contains("以前各月通报印发后，没有需要补录的情况。");
    }

    private static Bulletin bulletin(List<Figure> figures, List<DepartmentFigures> departments) {
        var issued = new BulletinEvent.Issued(
                new UUID(0, 1),
                "2021-09",
                2021,
                9,
                figures,
                departments,
                0,
                SampleBulletin.hashOf(List.of()),
                "370828",
                18);
        return new Bulletin(issued, SampleBulletin.ISSUED_AT, List.of());
    }

    private static String text(Bulletin bulletin) {
        return BulletinPaper.of(bulletin, SampleBulletin.LETTERHEAD).body().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> ((Block.Paragraph) block).text())
                .collect(Collectors.joining("\n"));
    }
}
