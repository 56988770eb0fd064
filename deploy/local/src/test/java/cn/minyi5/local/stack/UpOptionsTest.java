package cn.minyi5.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpOptionsTest {

    @Test
    void askForNothingByDefault() {
        assertThat(UpOptions.of(List.of(), Map.of()).ports()).isEmpty();
    }

    @Test
    void aBaseMovesAllPorts() {
        assertThat(UpOptions.of(List.of("--port-base", "9200"), Map.of()).ports())
                .hasSize(Port.values().length)
                .containsEntry(Port.INTAKE, 9201)
                .containsEntry(Port.KEYCLOAK, 9280);
    }

    @Test
    void aSinglePortBeatsTheBaseAndAnOptionBeatsTheEnvironment() {
        var options = UpOptions.of(
                List.of("--port-intake", "7001", "--port-base", "9200"),
                Map.of("MINYI5_PORT_INTAKE", "6001", "MINYI5_PORT_KAFKA", "6092", "MINYI5_PORT_BASE", "6000"));

        assertThat(options.ports())
                .containsEntry(Port.INTAKE, 7001)
                .containsEntry(Port.ROUTING, 9202)
                .containsEntry(Port.KAFKA, 9292);
    }

    @Test
    void theEnvironmentChoosesPorts() {
        assertThat(UpOptions.of(List.of(), Map.of("MINYI5_PORT_INTAKE", "6001")).ports())
                .isEqualTo(Map.of(Port.INTAKE, 6001));
    }

    @Test
    void whatIsNoOptionOrNoPortIsRefusedWithWhatWouldBeRight() {
        for (var arguments :
                List.of(List.of("--help"), List.of("--port-base"), List.of("--port-tea", "1"), List.of("up"))) {
            assertThatThrownBy(() -> UpOptions.of(arguments, Map.of()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("usage: deploy/up");
        }
        for (var number : List.of("0", "65536", "eighty")) {
            assertThatThrownBy(() -> UpOptions.of(List.of("--port-smtp", number), Map.of()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("1 to 65535");
        }
    }
}
