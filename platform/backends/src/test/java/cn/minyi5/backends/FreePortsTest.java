package cn.minyi5.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    @DisplayName("a wanted port that is taken is replaced")
    void aWantedPortThatIsTakenIsReplaced() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.preferring(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    @DisplayName("a wanted port that is free is given once")
    void aWantedPortThatIsFreeIsGivenOnce() throws IOException {
        var wanted = freed();
        assertThat(FreePorts.preferring(wanted)).isEqualTo(wanted);
        assertThat(FreePorts.preferring(wanted)).isNotEqualTo(wanted);
    }

    private static int freed() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
