package cn.minyi5.intake.open311.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.intake.Refused;
import org.junit.jupiter.api.Test;

class FormBodyTest {

    private static final String MULTIPART =
            """
            --xx\r
            Content-Disposition: form-data; name="description"\r
            \r
            水管漏水\r
            --xx\r
            Content-Disposition: form-data; name="photo1"; filename="a.jpg"\r
            Content-Type: image/jpeg\r
            \r
            bytes\r
            --xx--\r
            """;

    @Test
    void aFormMayNameAFieldSeveralTimes() {
        var form = FormBody.read(
                "media_url=a&media_url=b&description=%E6%B0%B4".getBytes(UTF_8), "application/x-www-form-urlencoded");
        assertThat(form.values().get("media_url")).containsExactly("a", "b");
        assertThat(form.values().get("description")).containsExactly("水");
        assertThat(form.files()).isEmpty();
    }

    @Test
    void aFormMayComeInPartsWithPhotos() {
        var form = FormBody.read(MULTIPART.getBytes(UTF_8), "multipart/form-data; boundary=xx");
        assertThat(form.values().get("description")).containsExactly("水管漏水");
        assertThat(form.files())
                .singleElement()
                .satisfies(file -> assertThat(file).asString(UTF_8).isEqualTo("bytes"));
    }

    @Test
    void whatIsNoFormIsRefused() {
        Refused.with("open311.form-unreadable", "", () -> FormBody.read("{}".getBytes(UTF_8), "application/json"));
        Refused.with(
                "open311.form-unreadable",
                "",
                () -> FormBody.read("a=%zz".getBytes(UTF_8), "application/x-www-form-urlencoded"));
        Refused.with("open311.form-unreadable", "", () -> FormBody.read(new byte[0], null));
        Refused.with(
                "open311.form-unreadable",
                "",
                () -> FormBody.read("a=b&".repeat(200).getBytes(UTF_8), "application/x-www-form-urlencoded"));
    }
}
