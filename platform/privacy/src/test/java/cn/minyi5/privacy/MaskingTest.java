package cn.minyi5.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    private static final BlindWords BLIND = new BlindWords(Base64.getEncoder().encodeToString(new byte[32]));
    private static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("32 bytes, no secret: tests only!".getBytes(UTF_8));

    @ParameterizedTest
    @CsvSource({"王五, 王**", "欧阳明月, 欧**", "王, 王**", "群众001, 群**", "𠮷田, 𠮷**", "'  ', **"})
    void aNameShowsItsFirstCharacterAndNotItsLength(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13812345678, 138****5678", "138-1234-5678, 138****5678", "05378712345, 053****2345", "8712345, ****"})
    void aPhoneShowsItsFirstThreeAndLastFourDigits(String phone, String masked) {
        assertThat(Masking.phone(phone)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345678",
                "138 1234 5678",
                "138-1234-5678",
                "138.1234.5678",
                "138–1234–5678",
                "(138)12345678",
                "+86 138 1234 5678",
                "0086-13812345678",
                "１３８１２３４５６７８",
                "一三八一二三四五六七八",
                "幺三八 一二三四 五六七八",
                "1 3 8 1 2 3 4 5 6 7 8",
                "138\u200b1234\u200b5678",
                "0537-8712345",
                "010-62345678",
                "（0537）8712345",
                "+86-537-8712345",
                "400-123-4567",
                "370828199001011234",
                "37082819900101123X",
                "37082819900101123x",
                "370828 19900101 1234",
                "370828900101123"
            })
    void aNumberThatLeadsToAPersonIsStruckHoweverItIsWritten(String number) {
        assertThat(Masking.text("请打" + number + "找我")).isEqualTo("请打***找我");
        assertThat(Masking.text(number)).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"电话8712345", "联系电话：87123456", "Tel: 8712345"})
    void aLocalNumberIsStruckAfterAWordThatAnnouncesIt(String text) {
        assertThat(Masking.text(text)).endsWith("***").doesNotContain("87123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021年10月5日上午9点30分",
                "2021-10-05 至 2021-10-15",
                "2018 2019 2020 2021",
                "补偿款1234567.50元，共3户",
                "路宽5x10米，长1200米",
                "请拨打12345或110",
                "3号楼2单元501室",
                "一二三四五",
                ""
            })
    void numbersThatLeadToNobodyStay(String text) {
        assertThat(Masking.text(text)).isEqualTo(text);
    }

    @Test
    void allNumbersAreStruckAndNotOnlyTheFirst() {
        assertThat(Masking.text("甲13812345678，乙139 8765 4321、丙37082819900101123X；丁13812345678 13987654321"))
                .isEqualTo("甲***，乙***、丙***；丁*** ***");
    }

    @Test
    void numbersRunIntoEachOtherAreStruckTogether() {
        assertThat(Masking.text("1381234567813987654321")).isEqualTo("***");
    }

    @Test
    void theNameOfWhomItIsAboutIsMaskedInTheText() {
        assertThat(Masking.text("王大明反映，电话13812345678", " 王大明 ", null)).isEqualTo("王**反映，电话***");
        assertThat(Masking.text("大棚漏水", "大", "东")).isEqualTo("大棚漏水");
    }

    @ParameterizedTest
    @CsvSource({
        "联系人王 大 明在家, 联系人王**在家",
        "请找王·大·明, 请找王**",
        "住村东头３号楼-501, 住***",
        "住 村东头 3 号楼 501 室, 住 *** 室",
        "王王大明大明, 王王**"
    })
    void nameAndAddressAreStruckHoweverTheyAreWritten(String text, String struck) {
        assertThat(Masking.text(text, "王大明", "村东头3号楼501")).isEqualTo(struck);
        assertThat(BLIND.strike(text, BLIND.of("王大明", "村东头3号楼501", "request/1"), "request/1"))
                .isEqualTo(struck);
    }

    @Property
    void anyTextThatHasTheNameOrTheAddressInItLosesIt(
            @ForAll("wording") String before,
            @ForAll("words") String name,
            @ForAll("words") String address,
            @ForAll("separators") String between,
            @ForAll("wording") String after) {
        for (var word : List.of(name, address)) {
            var text = before + String.join(between, word.split("")) + after;

            var struck = Masking.text(text, name, address);

            assertThat(String.join("", WordsInText.letters(struck)))
                    .doesNotContain(name)
                    .doesNotContain(address);
            assertThat(BLIND.strike(text, BLIND.of(name, address, "request/1"), "request/1"))
                    .isEqualTo(struck);
        }
    }

    @Test
    void theSameNameOfTwoPeopleLooksDifferentAndNobodyWithoutTheKeyFindsIt() {
        var one = BLIND.of("王大明", null, "request/1").get(0);

        assertThat(one.mac())
                .isNotEqualTo(BLIND.of("王大明", null, "request/2").get(0).mac());
        assertThat(one.toString()).doesNotContain("大明");
        assertThat(new BlindWords(OTHER_KEY).strike("王大明", List.of(one), "request/1"))
                .isEqualTo("王大明");
        assertThat(BLIND.of("王", null, "request/1")).isEmpty();
        assertThat(BLIND.of(null, null, "request/1")).isEmpty();
    }

    @Property
    void noPhoneSurvivesInAnyText(
            @ForAll("wording") String before, @ForAll("phones") String phone, @ForAll("wording") String after) {
        var digits = phone.replaceAll("\\D", "");
        assertThat(Masking.text(before + phone + after).replaceAll("[^0-9]", ""))
                .doesNotContain(digits);
    }

    @Property
    void noIdentityNumberSurvivesInAnyText(
            @ForAll("wording") String before, @ForAll("identities") String identity, @ForAll("wording") String after) {
        assertThat(Masking.text(before + identity + after)).doesNotContain(identity.substring(0, 17));
    }

    @Property
    void strikingTwiceChangesNothingMore(@ForAll("mixed") String text) {
        assertThat(Masking.text(Masking.text(text))).isEqualTo(Masking.text(text));
    }

    @Property
    void aTextWithoutDigitsStaysAsItIs(@ForAll("wording") String text) {
        assertThat(Masking.text(text)).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> wording() {
        return Arbitraries.strings().withChars("反映路灯不亮，。！ \n-abc*（）").ofMaxLength(20);
    }

    /** Of few letters, so that the text around them is often a part of them. */
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("反映路灯不").ofMinLength(2).ofMaxLength(6);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("", " ", "·", "-", "\u200b");
    }

    @Provide
    Arbitrary<String> phones() {
        return Combinators.combine(Arbitraries.integers().between(130, 199), numerals(4), numerals(4), gaps(), gaps())
                .as((first, middle, last, one, other) -> first + one + middle + other + last);
    }

    @Provide
    Arbitrary<String> identities() {
        return Combinators.combine(
                        Arbitraries.integers().between(110000, 659999),
                        Arbitraries.integers().between(1930, 2020),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 28),
                        numerals(3),
                        Arbitraries.of("0", "5", "X", "x"))
                .as((place, year, month, day, serial, check) ->
                        "%06d%04d%02d%02d%s%s".formatted(place, year, month, day, serial, check));
    }

    @Provide
    Arbitrary<String> mixed() {
        return Arbitraries.strings().withChars("0123456789Xx -.（）路灯电话").ofMaxLength(60);
    }

    private static Arbitrary<String> numerals(int length) {
        return Arbitraries.strings().numeric().ofLength(length);
    }

    private static Arbitrary<String> gaps() {
        return Arbitraries.of(List.of("", " ", "-", "–", ".", " - "));
    }
}
