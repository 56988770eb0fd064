package cn.minyi5.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortChoiceTest {
    private static final int ELSEWHERE = 20_001;

    @Test
    void theFirstStartTakesTheDefaults() {
        var choice = PortChoice.of(Map.of(), Optional.empty(), port -> false, number -> true, () -> ELSEWHERE);

        assertThat(choice.ports()).isEqualTo(Ports.from(8100));
        assertThat(choice.ports().of(Port.INTAKE)).isEqualTo(8101);
        assertThat(choice.ports().of(Port.KEYCLOAK)).isEqualTo(8180);
        assertThat(choice.notes()).isEmpty();
    }

    @Test
    void laterStartsKeepThePortsOfTheFirst() {
        var kept = Optional.of(Ports.from(9100));

        assertThat(PortChoice.of(Map.of(), kept, port -> false, number -> true, () -> ELSEWHERE)
                        .ports())
                .isEqualTo(Ports.from(9100));
    }

    @Test
    void aTakenPortGivesWayToAnotherAndSaysSo() {
        var choice =
                PortChoice.of(Map.of(), Optional.empty(), port -> false, number -> number != 8102, () -> ELSEWHERE);

        assertThat(choice.ports().of(Port.ROUTING)).isEqualTo(ELSEWHERE);
        assertThat(choice.ports().of(Port.INTAKE)).isEqualTo(8101);
        assertThat(choice.notes()).containsExactly("port 8102 is in use by another program: routing gets " + ELSEWHERE);
    }

    @Test
    void aTakenPortThatWasAskedForIsRefused() {
        assertThatThrownBy(() -> PortChoice.of(
                        Map.of(Port.ROUTING, 9999),
                        Optional.empty(),
                        port -> false,
                        number -> number != 9999,
                        () -> ELSEWHERE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("9999 (routing)")
                .hasMessageContaining("MINYI5_PORT_ROUTING");
    }

    @Test
    void whatIsRunningKeepsItsPortThoughItIsTaken() {
        var choice = PortChoice.of(Map.of(), Optional.empty(), port -> true, number -> false, () -> ELSEWHERE);

        assertThat(choice.ports()).isEqualTo(Ports.from(8100));
        assertThat(choice.notes()).isEmpty();
    }

    @Test
    void whatIsRunningCannotBeMoved() {
        assertThatThrownBy(() -> PortChoice.of(
                        Map.of(Port.KAFKA, 9999), Optional.empty(), port -> true, number -> true, () -> ELSEWHERE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("deploy/down");
    }
}
