package cn.minyi5.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TestBackendsTest {
    @Test
    @DisplayName("two tests get two databases of one server")
    void twoTestsGetTwoDatabasesOfOneServer() {
        var first = TestBackends.freshDatabase("intake");
        var second = TestBackends.freshDatabase("intake");
        assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
        assertThat(first.reactiveUrl())
                .startsWith("postgresql://127.0.0.1:" + TestBackends.postgres().port() + "/intake_");
    }
}
