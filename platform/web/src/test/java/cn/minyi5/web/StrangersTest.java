package cn.minyi5.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrangersTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0",
        "2001:db8:1:2::, 2001:db8:1:2:0:0:0:0",
        "2001:db8:1:3::1, 2001:db8:1:3:0:0:0:0",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0",
        "::1, 0:0:0:0:0:0:0:0",
        "somebody, somebody"
    })
    void whoHasTheAddressesOfANetworkIsOneStranger(String address, String counted) {
        assertThat(Strangers.counted(address)).isEqualTo(counted);
    }

    @Test
    void anotherAddressOfTheSameNetworkIsNoWayAround() {
        var strangers = new Strangers(2);

        assertThat(strangers.areTooMany("2001:db8:1:2::1")).isFalse();
        assertThat(strangers.areTooMany("2001:db8:1:2::2")).isFalse();
        assertThat(strangers.areTooMany("2001:db8:1:2:ffff::3")).isTrue();
        assertThat(strangers.areTooMany("2001:db8:1:3::1"))
                .as("another network")
                .isFalse();
    }
}
