package cn.minyi5.intake.request.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.RequestEvent.MaskedCitizen;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.Contact;
import cn.minyi5.intake.request.domain.OnSpotResolution;
import cn.minyi5.privacy.MasterKey;
import cn.minyi5.privacy.Seal;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestSealingTest {

    private static final UUID ID = new UUID(0, 1);
    private final RequestSealing sealing = new RequestSealing(
            new Seal(MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]))), new ObjectMapper());

    @Test
    void wordsAreOpenWithoutNumbersAndNamesAndTheCitizenMasked() {
        var sealed = sealing.seal(
                request("群众001反映漏水，电话13800005678", Contact.of("群众001", "13800005678", "村东头"), "已联系13911112222"));

        assertThat(sealed.text()).isEqualTo("群**反映漏水，电话***");
        assertThat(sealed.note()).isEqualTo("已联系***");
        assertThat(sealed.citizen()).isEqualTo(new MaskedCitizen(false, "群**", "138****5678"));
        assertThat(sealing.open(ID, sealed.particulars()))
                .isEqualTo(new Particulars("群众001", "13800005678", "村东头", "群众001反映漏水，电话13800005678", "已联系13911112222"));
    }

    @Test
    void theAnonymousWhoWriteNoNumbersLeaveNothingToSeal() {
        var sealed = sealing.seal(request("路灯不亮", null, null));

        assertThat(sealed.particulars()).isNull();
        assertThat(sealed.citizen()).isEqualTo(new MaskedCitizen(true, null, null));
        assertThat(sealing.open(ID, null)).isEqualTo(Particulars.NONE);
    }

    @Test
    void theAnonymousWhoWriteANumberHaveTheirWordsSealed() {
        var sealed = sealing.seal(request("请打13800005678", null, null));

        assertThat(sealed.text()).isEqualTo("请打***");
        assertThat(sealed.citizen().anonymous()).isTrue();
        assertThat(sealing.open(ID, sealed.particulars()).text()).isEqualTo("请打13800005678");
    }

    private static CitizenRequest request(String text, @Nullable Contact contact, @Nullable String note) {
        var resolution = note == null ? null : OnSpotResolution.of(note);
        return new CitizenRequest(ID, "GS02", Urgency.NORMAL, text, contact, resolution);
    }
}
