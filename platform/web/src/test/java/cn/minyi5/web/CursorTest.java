package cn.minyi5.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final UUID ID = UUID.fromString("0190f1c2-7d1e-7abc-8def-0123456789ab");

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2021-09-25T06:30:00.123456Z", "3000-01-01T00:00:00Z"})
    void whatAPageGaveIsWhereTheNextOneBegins(Instant moment) {
        var cursor = new Cursor(moment, ID);

        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void withoutATokenItIsTheStart(String token) {
        assertThat(Cursor.parse(token)).isEqualTo(Cursor.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "x_0190f1c2-7d1e-7abc-8def-0123456789ab", "-1_0190f1c2-7d1e-7abc-8def-0123456789ab"})
    void anythingElseIsRefused(String token) {
        assertThatThrownBy(() -> Cursor.parse(token))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("page.after-malformed"));
    }

    @Test
    void aListThatBeginsWithTheLatestStartsBehindEveryId() {
        assertThat(Cursor.START.idFromTheEnd()).isEqualTo(new UUID(-1L, -1L));
        assertThat(new Cursor(Instant.EPOCH, ID).idFromTheEnd()).isEqualTo(ID);
    }
}
