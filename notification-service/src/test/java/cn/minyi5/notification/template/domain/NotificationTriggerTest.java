package cn.minyi5.notification.template.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.minyi5.contracts.WorkOrderPartEvent.PartHandedIn;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.notification.Triggers;
import cn.minyi5.notification.template.domain.NotificationTrigger.Kind;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NotificationTriggerTest {

    private static final Names NAMES = new Names(Map.of("SHUIWU", "县水务局", "370828101", "羊山镇"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            QUEUED           | 待派单：工单 2026-000001
            RETURN_REJECTED  | 退单被驳回：工单 2026-000001
            ARBITRATION_REQUESTED | 请会商裁定：工单 2026-000001
            REPLY_SENT_BACK  | 答复被退回：工单 2026-000001
            NOT_ACCEPTED     | 不予受理：工单 2026-000001
            WITHDRAWN        | 群众撤回：工单 2026-000001
            EXTENSION_REQUESTED | 延期待批：工单 2026-000001
            EXTENDED         | 已同意延期：工单 2026-000001
            EXTENSION_DENIED | 未同意延期：工单 2026-000001
            SUSPENSION_PROPOSED | 挂账待批：工单 2026-000001
            SUSPENDED        | 已挂账：工单 2026-000001
            SUSPENSION_DENIED | 未同意挂账：工单 2026-000001
            RESUMED          | 恢复办理：工单 2026-000001
            MERGED           | 已并案：工单 2026-000001
            ANSWERED_OUTSIDE | 有了回音：工单 2026-000001
            PART_HANDED_IN   | 协办已交件：工单 2026-000001
            BACK_AT_THE_DESK | 待派单：工单 2026-000001
            NOBODY_FOUND     | 没有找到收件人：工单 2026-000001
            NOBODY_READS     | 有事项无人可看
            DISPATCHED       | 新工单 2026-000001，请签收
            RETURN_REQUESTED | 退单待审：工单 2026-000001
            REPLY_ACCEPTED   | 有了回音：工单 2026-000001
            REMINDER         | 催办：工单 2026-000001 请在11月5日11:00前签收
            RED              | 红牌：工单 2026-000001 没有按时答复
            NOTICE           | 督办〔2026〕3号：工单 2026-000001
            REVIEW_REMINDER  | 催办：工单 2026-000001 请在11月5日11:00前审核
            REVIEW_RED       | 红牌：工单 2026-000001 没有按时审核
            ARBITRATION_REMINDER | 催办：工单 2026-000001 请在11月5日11:00前裁定
            ARBITRATION_RED  | 红牌：工单 2026-000001 没有按时裁定
            HANDED_OVER      | 历史工单移交：1件在办
            MONTH_BEGAN      | 2021年10月走访提醒
            MONTH_ENDED      | 2021年9月走访小结
            BULLETIN         | 通报2021年第18期（总第18期）已印发""")
    void theSubjectSaysIt(Kind kind, String subject) {
        assertThat(Triggers.of(kind, false).text(NAMES).subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theBodySaysWhatToDoAndLeavesNoFieldOpen(Kind kind) {
        var body = Triggers.of(kind, false).text(NAMES).body();

        assertThat(body).contains("请").doesNotContain("{", "}", "null");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.MATCH_ANY,
            names = {".*REMINDER", ".*RED", "NOTICE"})
    void theLadderSaysWhoByWhenAndWhere(Kind kind) {
        assertThat(Triggers.of(kind, false).text(NAMES).body()).contains("县水务局", "11月5日11:00", "羊山镇网格370828101203001");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BULLETIN", "HANDED_OVER", "NOBODY_FOUND", "NOBODY_READS", "MONTH_BEGAN", "MONTH_ENDED"})
    void aComplaintAboutOfficialsGivesNothingAwayNotEvenItsNumber(Kind kind) {
        var trigger = Triggers.of(kind, true);
        var text = trigger.text(NAMES);

        assertThat(text.subject()).isEqualTo("专办件有新情况");
        assertThat(text.body()).doesNotContain("2026-000001", "370828", "羊山镇", "水务局", "SHUIWU", "11月5日");
        assertThat(trigger.place()).isEqualTo(new DivisionCode("370828"));
    }

    @Test
    void thatNobodyReadsSomethingGivesAwayNeitherWhatNorWhereNorWhoseItIs() {
        var aboutTheOffice = Triggers.of(Kind.ABOUT_THE_OFFICE, true).nobodyFound();
        var order = Triggers.of(Kind.RED, true).nobodyFound();

        assertThat(aboutTheOffice.text(NAMES)).isEqualTo(order.text(NAMES));
        assertThat(order.text(NAMES).body()).doesNotContain("2026-000001", "370828", "羊山镇", "水务局", "SHUIWU", "11月5日");
        assertThat(Stream.of(aboutTheOffice, order).map(NotificationTrigger::listedAt))
                .containsOnlyNulls();
    }

    @Test
    void aDepartmentWithoutANameIsCalledByItsCode() {
        var text = Triggers.of(Kind.DISPATCHED, false).text(new Names(Map.of()));

        assertThat(text.body()).contains("派给SHUIWU").contains("（网格370828101203001）");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BULLETIN", "HANDED_OVER", "NOBODY_READS", "MONTH_BEGAN", "MONTH_ENDED"})
    void aWorkOrderOfWhichNothingIsKnownIsTreatedAsAComplaintAboutOfficials(Kind kind) {
        var id = new UUID(0, 1);
        var known = Triggers.of(kind, false);
        var unknown =
                new NotificationTrigger(kind, id, WorkOrder.of(id, null), known.department(), null, known.details());
        var text = unknown.text(NAMES);

        assertThat(text.subject()).isEqualTo("专办件有新情况");
        assertThat(text.body()).doesNotContain(id.toString(), "水务局", "SHUIWU");
    }

    @Test
    void aTeamReadsItsVisitDaysAndTheThemeAndAfterwardsWhatItHasMissed() {
        assertThat(Triggers.of(Kind.MONTH_BEGAN, false).text(NAMES).body())
                .contains("2021年10月的走访日：10月8日、10月15日。", "本月主题：秋收秋种。");
        assertThat(Triggers.of(Kind.MONTH_ENDED, false).text(NAMES).body()).contains("应走访3次，已走访2次", "没有走访的：9月25日。");
    }

    @Test
    void theLeadReadsByNameWhoHasHandedInItsPart() {
        var trigger = Triggers.of(Kind.PART_HANDED_IN, false);
        var names = new Names(Map.of("SHUIWU", "县水务局", "DIANLI", "县供电公司"));

        assertThat(trigger.codes()).containsExactlyInAnyOrder("SHUIWU", "DIANLI", "370828101");
        assertThat(trigger.text(names).body()).contains("县供电公司已交来", "请县水务局尽快确认");
    }

    @Test
    void aPartFromBeforeItsEventNamedTheLeadTellsNobody() {
        var event = new PartHandedIn(new UUID(0, 1), 1, 1, "DIANLI", "加压泵已恢复供电。", false, null, null);

        assertThat(WholeLife.of(event)).isNull();
    }

    @Test
    void aHandoverListsTheOrdersUnderTheNumbersOfNowAndOfBefore() {
        assertThat(Triggers.of(Kind.HANDED_OVER, false).text(NAMES).body())
                .contains("截至2026年11月5日11:00割接，县水务局还有1件工单在办", "2026-000001（原编号 民听301）");
    }

    @Test
    void aTemplateThatAsksForMoreThanThereIsFails() {
        assertThatIllegalArgumentException().isThrownBy(() -> Template.RED.fill(Map.of("number", "1")));
    }
}
