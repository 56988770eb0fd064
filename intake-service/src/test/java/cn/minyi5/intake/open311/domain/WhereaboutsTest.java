package cn.minyi5.intake.open311.domain;

import static cn.minyi5.intake.open311.domain.Sent.fields;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.intake.Refused;
import cn.minyi5.intake.open311.domain.Whereabouts.NamedVillage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereaboutsTest {

    private static final NamedVillage NORTH = new NamedVillage("370828101201", "北小山村", "羊山镇");
    private static final NamedVillage SMALL = new NamedVillage("370828102203", "小山村", "胡集镇");
    private static final NamedVillage SAME_NAME = new NamedVillage("370828103207", "北小山村", "马庙镇");

    @Test
    void coordinatesAloneFindNoGridAndTheClientIsToldWhatDoes() {
        Refused.with(
                "open311.coordinates-alone",
                "address_id",
                () -> Whereabouts.of(fields("lat", "35.07", "long", "116.31", "address_id", "#NOTPINPOINTED#")));
        var road = Whereabouts.of(fields("lat", "35.07", "long", "116.31", "address_string", "金济河桥头"));
        Refused.with("open311.coordinates-alone", "address_id", () -> road.theOneOf(List.of()));
    }

    @Test
    void nowhereIsNoPlace() {
        Refused.with("open311.place-missing", "address_id", () -> Whereabouts.of(fields("lat", "35.07", "long", "")));
    }

    @ParameterizedTest
    @CsvSource({"lat,91", "lat,north", "lat,1e3", "long,-180.1", "lat,٣٥"})
    void whatIsNoCoordinateIsRefused(String name, String value) {
        Refused.with(
                "open311.coordinate-malformed",
                name,
                () -> Whereabouts.of(fields("address_id", "370828101201", name, value)));
    }

    @Test
    void aVillageIsFoundByItsName() {
        assertThat(at("羊山镇北小山村村口").theOneOf(List.of(NORTH))).isEqualTo(NORTH);
    }

    @Test
    void aNameWithinALongerOneIsNotMeant() {
        assertThat(at("北小山村村口").theOneOf(List.of(SMALL, NORTH))).isEqualTo(NORTH);
    }

    @Test
    void ofVillagesOfOneNameTheTownshipSaysWhich() {
        assertThat(at("马庙镇北小山村").theOneOf(List.of(NORTH, SAME_NAME))).isEqualTo(SAME_NAME);
        Refused.with(
                "open311.place-ambiguous", "address_string", () -> at("北小山村").theOneOf(List.of(NORTH, SAME_NAME)));
    }

    @Test
    void anAddressThatNamesNoVillageIsRefused() {
        Refused.with("open311.place-unknown", "address_string", () -> at("县城").theOneOf(List.of()));
        Refused.with("open311.address-too-long", "address_string", () -> at("长".repeat(301)));
    }

    @Test
    void whoHasToGoThereIsToldTheAddressAndThePlaceToAMetre() {
        var whereabouts = Whereabouts.of(fields("address_string", "村口", "lat", "35.0712345", "long", "116.3"));
        assertThat(whereabouts.words()).isEqualTo("地点：村口；纬度 35.07123，经度 116.30000");
        assertThat(Whereabouts.of(fields("address_id", "370828101201")).words()).isNull();
    }

    private static Whereabouts at(String address) {
        return Whereabouts.of(fields("address_string", address));
    }
}
