package cn.minyi5.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.RequestEvent.MaskedCitizen;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.CitizenRequest.OnSpotResolution;
import cn.minyi5.intake.request.domain.Contact;
import cn.minyi5.privacy.BlindWords;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.privacy.Fingerprints;
import cn.minyi5.privacy.MasterKeys;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonalDataProtectionTest {

    private static final UUID ID = new UUID(0, 1);
    private static final EnvelopeEncryption ENCRYPTION =
            new EnvelopeEncryption(MasterKeys.in(Path.of("src", "test", "resources", "master-keys.json")));
    private static final Fingerprints FINGERPRINTS =
            new Fingerprints(Base64.getEncoder().encodeToString(new byte[32]));
    private static final BlindWords BLIND_WORDS =
            new BlindWords(Base64.getEncoder().encodeToString(new byte[32]));
    private final PersonalDataProtection protection =
            new PersonalDataProtection(ENCRYPTION, FINGERPRINTS, BLIND_WORDS, new ObjectMapper());

    @Test
    void wordsAreOpenWithoutNumbersAndNamesAndTheCitizenMasked() {
        var protectedRequest = protection.protect(
                request("群众001反映漏水，电话13800005678", Contact.of("群众001", "13800005678", "村东头"), "已联系13911112222"));

        assertThat(protectedRequest.text()).isEqualTo("群**反映漏水，电话***");
        assertThat(protectedRequest.note()).isEqualTo("已联系***");
        assertThat(protectedRequest.citizen()).isEqualTo(new MaskedCitizen(false, "群**", "138****5678"));
        assertThat(protection.decrypt(ID, protectedRequest.personalData()))
                .isEqualTo(
                        new PersonalData("群众001", "13800005678", "村东头", "群众001反映漏水，电话13800005678", "已联系13911112222"));
    }

    @Test
    void theAnonymousWhoWriteNoNumbersLeaveNothingToEncrypt() {
        var protectedRequest = protection.protect(request("路灯不亮", null, null));

        assertThat(protectedRequest.personalData()).isNull();
        assertThat(protectedRequest.citizen()).isEqualTo(new MaskedCitizen(true, null, null));
        assertThat(protection.decrypt(ID, null)).isEqualTo(PersonalData.NONE);
    }

    @Test
    void theAnonymousWhoWriteANumberHaveTheirWordsEncrypted() {
        var protectedRequest = protection.protect(request("请打13800005678", null, null));

        assertThat(protectedRequest.text()).isEqualTo("请打***");
        assertThat(protectedRequest.citizen().anonymous()).isTrue();
        assertThat(protection.decrypt(ID, protectedRequest.personalData()).text())
                .isEqualTo("请打13800005678");
    }

    private static CitizenRequest request(String text, @Nullable Contact contact, @Nullable String note) {
        var resolution = note == null ? null : OnSpotResolution.of(note);
        return new CitizenRequest(ID, "GS02", Urgency.NORMAL, text, contact, resolution, false);
    }
}
