package cn.minyi5.routing.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyCheckTest {

    private static final String LOG = "12月1日上午电话联系";
    private static final String GOOD = "羊山镇前李庄村的自来水主管已更换，二楼水压正常。";

    private final ReplyCheck check =
            new ReplyCheck("自来水水压低，二楼上不去水。", List.of("羊山镇"), List.of("城区路灯已更换光源，夜间照明恢复正常，请放心。"));

    @Test
    void aReplyThatNamesPlaceAndMatterHasNothingAgainstIt() {
        assertThat(check.of(GOOD, LOG)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "。", "电话"})
    void withoutAContactLogNobodyKnowsThatTheCitizenWasSpokenTo(String log) {
        assertThat(check.of(GOOD, log)).containsExactly(ReplyFinding.NO_CONTACT_LOG);
    }

    @Test
    void aReplyOfAFewWordsTellsTheCitizenNothing() {
        assertThat(check.of("羊山镇水压已恢复。", LOG)).containsExactly(ReplyFinding.TOO_SHORT);
    }

    @Test
    void theSameTextAsALateReplyIsFoundAlsoWithOtherPunctuationAndAnotherDate() {
        var before = List.of("羊山镇的自来水水压问题已于11月3日处理完毕，水压恢复正常。");
        var later = "羊山镇的自来水水压问题，已于11月4日处理完毕；水压恢复正常！";
        assertThat(new ReplyCheck("自来水水压低", List.of("羊山镇"), before).of(later, LOG))
                .containsExactly(ReplyFinding.SAME_AS_BEFORE);
    }

    @Test
    void aTownshipIsMentionedAlsoWithoutItsLastWord() {
        assertThat(check.of("羊山水厂已加压供水，二楼水压恢复正常。", LOG)).isEmpty();
    }

    @Test
    void whatTheCitizenCalledThePlaceIsMentioningIt() {
        var byVillage = new ReplyCheck("前李庄路灯不亮", List.of("羊山镇"), List.of());
        assertThat(byVillage.of("李庄主街的三盏路灯已经更换光源，亮了。", LOG)).isEmpty();
    }

    @Test
    void aReplyWithoutThePlaceIsHintedAt() {
        assertThat(check.of("自来水主管已更换，二楼水压恢复正常，请放心。", LOG)).containsExactly(ReplyFinding.PLACE_MISSING);
    }

    @Test
    void wordsThatStandInEveryReplyDoNotMentionTheMatter() {
        var asked = new ReplyCheck("群众反映自来水水压低的问题，希望处理", List.of("羊山镇"), List.of());
        assertThat(asked.of("羊山镇群众反映的问题已经处理，请您放心，感谢支持。", LOG)).containsExactly(ReplyFinding.MATTER_MISSING);
    }

    @Test
    void onlyAMissingContactLogIsRefusedTheRestIsTheClerksToJudge() {
        assertThat(check.of("好", "")).first().satisfies(found -> assertThat(found.severity())
                .isEqualTo(ReplyFinding.Severity.REFUSED));
        assertThat(check.of("好", LOG))
                .allSatisfy(found -> assertThat(found.severity()).isEqualTo(ReplyFinding.Severity.HINT));
    }
}
