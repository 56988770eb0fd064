package cn.minyi5.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceProcessTest {

    @Test
    void whatIsDownIsToldWithTheReasonItGives() {
        var health =
                """
                {"status": "DOWN", "checks": [
                  {"name": "relay", "status": "DOWN", "data": {"oldest unsent": "PT45S"}},
                  {"name": "database", "status": "UP"},
                  {"name": "readers", "status": "DOWN"}]}""";

        assertThat(ServiceProcess.reasons(health))
                .isEqualTo("relay is DOWN {\"oldest unsent\":\"PT45S\"}; readers is DOWN");
    }

    @Test
    void whatIsNoHealthReportIsToldByItsFirstLine() {
        assertThat(ServiceProcess.reasons("Service Unavailable\nsorry")).isEqualTo("Service Unavailable");
        assertThat(ServiceProcess.reasons("{\"status\": \"DOWN\"}")).isEqualTo("it is not UP and does not say why");
    }
}
