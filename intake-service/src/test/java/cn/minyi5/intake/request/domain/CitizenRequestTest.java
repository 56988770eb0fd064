package cn.minyi5.intake.request.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.Refused;
import cn.minyi5.intake.request.domain.CitizenRequest.OnSpotResolution;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CitizenRequestTest {

    @Property
    void aTextOfOneToTwoThousandCharactersIsTaken(@ForAll @IntRange(min = 1, max = 2000) int length) {
        assertThat(request("𠮷".repeat(length), null).text()).hasSize(2 * length);
    }

    @Property
    void aLongerOneIsNot(@ForAll @IntRange(min = 2001, max = 5000) int length) {
        Refused.with("request.text-too-long", "text", () -> CitizenRequest.checkedText("字".repeat(length)));
    }

    @Test
    void blanksAroundAreLeftOutAndBlanksAloneAreNoText() {
        assertThat(request(" 路灯不亮\n", null).text()).isEqualTo("路灯不亮");
        Refused.with("request.text-missing", "text", () -> request(" \n\t", null));
    }

    @Test
    void aResolutionSettlesItOnTheSpotAndWithoutOneItIsForwarded() {
        assertThat(request("路灯不亮", OnSpotResolution.of("已修好")).outcome()).isEqualTo(Outcome.RESOLVED_ON_SPOT);
        assertThat(request("路灯不亮", null).outcome()).isEqualTo(Outcome.FORWARDED);
    }

    @Test
    void aResolutionNeedsANote() {
        Refused.with("resolution.note-missing", "resolution.note", () -> OnSpotResolution.of(null));
        Refused.with("resolution.note-missing", "resolution.note", () -> OnSpotResolution.of(" "));
        Refused.with("resolution.note-too-long", "resolution.note", () -> OnSpotResolution.of("字".repeat(2001)));
    }

    @Test
    void onlyAForwardedComplaintAboutOfficialsCanBeAboutTheSupervisionOffice() {
        var settled = OnSpotResolution.of("当场讲清");

        assertThat(new CitizenRequest(new UUID(0, 1), "ZX02", Urgency.NORMAL, "反映督查室", null, null, true).outcome())
                .isEqualTo(Outcome.REFERRED);
        assertThatThrownBy(() -> new CitizenRequest(new UUID(0, 1), "GS02", Urgency.NORMAL, "漏水", null, null, true))
                .hasMessage("request.not-about-the-office");
        assertThatThrownBy(
                        () -> new CitizenRequest(new UUID(0, 1), "ZX02", Urgency.NORMAL, "反映督查室", null, settled, true))
                .hasMessage("request.not-about-the-office");
    }

    private static CitizenRequest request(String text, @Nullable OnSpotResolution resolution) {
        return new CitizenRequest(new UUID(0, 1), "GS02", Urgency.NORMAL, text, null, resolution, false);
    }
}
