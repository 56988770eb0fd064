package cn.minyi5.intake.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.intake.Refused;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final QueryCode CODE = QueryCode.of(new byte[] {1, 2, 3, 4, 5, 6, 7});

    @Test
    void isReadOutInThreeGroupsOfFour() {
        assertThat(CODE.value()).hasSize(12);
        assertThat(CODE.spoken()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(QueryCode.typed(CODE.spoken())).isEqualTo(CODE);
    }

    @Test
    void howeverItIsTypedItIsTheSame() {
        var full = CODE.spoken()
                .chars()
                .mapToObj(c -> c == '-' ? "—" : String.valueOf((char) (c + 0xFEE0)))
                .reduce("", String::concat);
        for (var typed : new String[] {CODE.spoken().toLowerCase(), " " + CODE.value() + "\t", full}) {
            assertThat(QueryCode.typed(typed)).isEqualTo(CODE);
        }
    }

    @Test
    void lettersThatLookLikeDigitsAreReadAsThese() {
        var code = QueryCode.of(new byte[7]);

        assertThat(code.value()).isEqualTo("000000000000");
        assertThat(QueryCode.typed("oooo-OOOO-0000")).isEqualTo(code);
    }

    @Test
    void eachWrongCharacterIsFound() {
        for (int at = 0; at < 12; at++) {
            for (var other : ALPHABET.toCharArray()) {
                if (other != CODE.value().charAt(at)) {
                    refused(CODE.value().substring(0, at) + other + CODE.value().substring(at + 1));
                }
            }
        }
    }

    @Test
    void everyTwoCharactersThatChangedPlacesAreFound() {
        for (int at = 0; at < 12; at++) {
            for (int with = at + 1; with < 12; with++) {
                var swapped = CODE.value().toCharArray();
                swapped[at] = CODE.value().charAt(with);
                swapped[with] = CODE.value().charAt(at);
                if (swapped[at] != swapped[with]) {
                    refused(new String(swapped));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4M7K", "4M7K-20QX-9D1F-0000", "4M7K-20QX-9DUF", "查询码查询码查询码查询码", "！！！！！！！！！！！！"})
    void whatIsNoCodeIsRefused(String typed) {
        refused(typed);
    }

    @Test
    void allFiftyFiveBitsCount() {
        var random = new Random(5);
        var seen = new HashSet<QueryCode>();
        for (int bit = 0; bit < 55; bit++) {
            seen.add(QueryCode.of(bytes(1L << bit)));
        }
        for (int n = 0; n < 10_000; n++) {
            seen.add(QueryCode.of(bytes(random.nextLong())));
        }
        assertThat(seen).hasSize(10_055);
    }

    private static byte[] bytes(long number) {
        var bytes = new byte[7];
        for (int at = 6; at >= 0; at--) {
            bytes[at] = (byte) number;
            number >>= 8;
        }
        return bytes;
    }

    private static void refused(String typed) {
        Refused.with("tracking.code-malformed", "queryCode", () -> QueryCode.typed(typed));
    }
}
