package cn.minyi5.intake.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.intake.Refused;
import cn.minyi5.intake.request.domain.Contact.Phone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    @ParameterizedTest
    @CsvSource({
        "13800005678, 13800005678",
        "138 0000 5678, 13800005678",
        "138-0000-5678, 13800005678",
        "+86 13800005678, 13800005678",
        "008613800005678, 13800005678",
        "0537-8712345, 05378712345",
        "(0537)8712345, 05378712345",
        "010-62345678, 01062345678"
    })
    void aPhoneIsItsDigitsHoweverItIsWritten(String written, String digits) {
        assertThat(Phone.of(written).digits()).isEqualTo(digits);
    }

    @Property
    void everyMobileIsAPhone(
            @ForAll @IntRange(min = 3, max = 9) int second, @ForAll @LongRange(max = 999_999_999L) long rest) {
        var mobile = "1%d%09d".formatted(second, rest);
        assertThat(Phone.of(mobile).digits()).isEqualTo(mobile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8712345", "1380000567", "138000056789", "12800005678", "１３８００００５６７８", "1380000567x"})
    void anythingElseIsNone(String written) {
        Refused.with("contact.phone-malformed", "contact.phone", () -> Phone.of(written));
    }

    @Test
    void aNameOrAPhoneIsEnough() {
        assertThat(Contact.of("群众001", null, " ").address()).isNull();
        assertThat(Contact.of(" ", "13800005678", null).name()).isNull();
        Refused.with("contact.empty", "contact", () -> Contact.of(" ", null, "村东头"));
    }

    @Test
    void itsPartsHaveLimits() {
        Refused.with("contact.name-too-long", "contact.name", () -> Contact.of("名".repeat(51), null, null));
        Refused.with("contact.address-too-long", "contact.address", () -> Contact.of("名", null, "址".repeat(201)));
        Refused.with("contact.phone-malformed", "contact.phone", () -> Contact.of("名", "1", null));
        Refused.with("text.control-character", "contact.name", () -> Contact.of("名\u0007", null, null));
    }
}
