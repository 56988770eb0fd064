package cn.minyi5.routing.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.Refusal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressesTest {

    private static final AllowedAddresses PUBLIC_ALONE = AllowedAddresses.of(List.of());
    private static final AllowedAddresses EXTRANET = AllowedAddresses.of(List.of("10.20.0.0/16", "127.0.0.0/8"));

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "114.114.114.114", "172.32.0.1", "100.128.0.1", "2400:3200::1"})
    void whatIsPublicMayBeTold(String address) throws UnknownHostException {
        assertThat(PUBLIC_ALONE.permits(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:0:1::"
            })
    void whatIsNotPublicIsNotTold(String address) throws UnknownHostException {
        assertThat(PUBLIC_ALONE.permits(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void theNetworksOfTheInstallationMayBeToldToo() throws UnknownHostException {
        assertThat(EXTRANET.permits(InetAddress.getByName("10.20.255.1"))).isTrue();
        assertThat(EXTRANET.permits(InetAddress.getByName("10.21.0.1"))).isFalse();
    }

    @Test
    void withoutTlsOnlyThisVeryMachineIsToldAndOnlyWhereThatIsAllowed() {
        var here = InetAddress.getLoopbackAddress();
        assertThat(EXTRANET.permitsPlain(here)).isTrue();
        assertThat(PUBLIC_ALONE.permitsPlain(here)).isFalse();
        assertThatThrownBy(() -> HookUrl.of("http://10.20.0.1/hook")
                        .requireAllowed(InetAddress.getByName("10.20.0.1"), EXTRANET))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("webhook.address-not-allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.0/x", "county/8", "/8", "::/129"})
    void whatIsNoNetworkIsRefused(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://oa.example.org/",
                "oa.example.org/hook",
                "https:///hook",
                "https://somebody@oa.example.org/",
                "https://oa.example.org/#here",
                "https://oa.example.org:99999/",
                "https://oa example.org/"
            })
    void whatIsNoAddressOfASystemIsRefused(String url) {
        assertThatThrownBy(() -> HookUrl.of(url)).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo("webhook.url-malformed"));
    }

    @Test
    void anAddressKnowsItsPartsAsTheyAreCalled() {
        var url = HookUrl.of("https://[2400:3200::1]/a/b?c=d");
        assertThat(url.host()).isEqualTo("2400:3200::1");
        assertThat(url.port()).isEqualTo(443);
        assertThat(url.path()).isEqualTo("/a/b?c=d");
        assertThat(HookUrl.of("https://oa.example.org:8443").path()).isEqualTo("/");
    }
}
