package cn.minyi5.routing.workorder.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Property
    void whatATokenSaysIsReadBackTheSame(
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000_000L) long micros,
            @ForAll long high,
            @ForAll long low) {
        var position = new Position(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new UUID(high, low));

        assertThat(Position.parse(position.token())).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x_y", "1_2", "-1_00000000-0000-0000-0000-000000000000", "'; drop table work_order"})
    void anythingElseIsRefused(String token) {
        assertThatThrownBy(() -> Position.parse(token)).hasMessage("page.after-malformed");
    }
}
