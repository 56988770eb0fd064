package cn.minyi5.intake.open311.domain;

import static cn.minyi5.intake.open311.domain.Sent.fields;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.intake.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeoReportTest {

    private static final UUID ID = new UUID(0, 1);

    @Test
    void whatIsFiledBecomesARequestThatADepartmentMustHandle() {
        var request = report("description", "水管漏水", "address_string", "村口", "media_url", "https://photos.example/1.jpg")
                .toRequest(ID, "农村饮水");

        assertThat(request.text()).isEqualTo("水管漏水（地点：村口；照片：https://photos.example/1.jpg）");
        assertThat(request.resolution()).isNull();
        assertThat(request.contact()).isNull();
    }

    @Test
    void withoutADescriptionTheServiceSaysWhatItIs() {
        assertThat(report().toRequest(ID, "农村饮水").text()).isEqualTo("农村饮水");
    }

    @Test
    void theLongestDescriptionOfTheStandardIsTakenWithItsPlaceAndOneThatIsLongerIsNot() {
        var request = report(
                        "description", "长".repeat(4000), "address_string", "村".repeat(300), "lat", "35", "long", "116")
                .toRequest(ID, "农村饮水");

        assertThat(request.text()).hasSizeGreaterThan(4300);
        Refused.with("open311.description-too-long", "description", () -> report("description", "长".repeat(4001)));
    }

    @Test
    void aServiceMustBeNamed() {
        Refused.with(
                "open311.parameter-missing",
                "service_code",
                () -> GeoReport.of(fields("service_code", " ", "address_id", "370828101201")));
    }

    @Test
    void aChineseNameBeginsWithTheFamilyAndAnotherDoesNot() {
        assertThat(report("first_name", "丽", "last_name", "王").contact().name()).isEqualTo("王丽");
        assertThat(report("first_name", "Li", "last_name", "Wang").contact().name())
                .isEqualTo("Li Wang");
    }

    @Test
    void somebodyOfWhomOnlyAnEmailIsKnownCanBeAnswered() {
        var contact = report("email", "li@example.org").contact();
        assertThat(contact.name()).isEqualTo("li@example.org");
        assertThat(report("email", "li@example.org", "phone", "13800005678")
                        .contact()
                        .address())
                .isEqualTo("li@example.org");
        Refused.with("open311.email-malformed", "email", () -> report("email", "li@example"));
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        Refused.with("contact.phone-malformed", "phone", () -> report("phone", "12345"));
        Refused.with("contact.name-too-long", "first_name", () -> report("first_name", "长".repeat(51)));
    }

    @Test
    void aPhotoIsAnAddressOfTheWebAndMayBeThereSeveralTimes() {
        Refused.with("open311.media-url-malformed", "media_url", () -> report("media_url", "javascript:alert(1)"));
        var photos = new Fields(Map.of(
                "service_code", List.of("GS02"),
                "address_id", List.of("370828101201"),
                "media_url", Arrays.asList("https://a.example/1", "https://a.example/2", "")));
        assertThat(GeoReport.of(photos).mediaUrls()).containsExactly("https://a.example/1", "https://a.example/2");
    }

    private static GeoReport report(String... more) {
        return GeoReport.of(
                fields(Stream.concat(Stream.of("service_code", "GS02", "address_id", "370828101201"), Stream.of(more))
                        .toArray(String[]::new)));
    }
}
