package cn.minyi5.county.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private final Reconciliation reconciliation = new Reconciliation();

    @Test
    void holdsWhenEveryServiceSaysWhatWasExpected() {
        reconciliation.add("转办 forwarded", "313", Map.of("intake", "313", "routing", "313"));

        assertThat(reconciliation.holds()).isTrue();
        assertThat(reconciliation.text().get(1)).contains("转办 forwarded").endsWith("✓");
    }

    @Test
    void failsWhenOneServiceSaysSomethingElse() {
        reconciliation.add("网格 grids", "445", Map.of("intake", "445"));
        reconciliation.add("转办 forwarded", "313", Map.of("intake", "313", "routing", "312"));

        assertThat(reconciliation.holds()).isFalse();
        assertThat(reconciliation.text().get(1)).endsWith("✓");
        assertThat(reconciliation.text().get(2)).contains("312").endsWith("✗");
    }

    @Test
    void linesUpThoughChineseIsWide() {
        reconciliation.add("网格", "445", Map.of("intake", "445"));
        reconciliation.add("grid", "445", Map.of("intake", "445"));

        var lines = reconciliation.text();

        assertThat(lines.get(1).replace("网格", "grid")).isEqualTo(lines.get(2));
    }
}
