package cn.minyi5.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.CountyTime;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsHashTest {

    private static final Instant DUE = Instant.parse("2021-09-05T01:00:00Z");

    private static final @Nullable Object[] LATE = {
        "sign-on-time-rate", "2021-000012/1", "370828101001001", "ZJJ", "GS02", DUE, DUE, DUE.plusMillis(1500), false
    };

    private static final @Nullable Object[] COLLECTED = {"collected", "0198", null, null, null, DUE, null, null, true};

    @Test
    void theHashIsTakenOverLinesThatAnybodyCanWriteDown() {
        // printf 'collected\t0198\t\t\t\t2021-09-05T01:00:00Z\t\t\ttrue\nsign-on-time-rate\t2021-000012/1\t…' |
        // sha256sum
        assertThat(hash(List.of(COLLECTED, LATE)))
                .isEqualTo("6e7bbc333984ef20f55d51dbddf80228a60c6f15ce8aa1319d90a78c42b02cee");
    }

    @Test
    void aRowAsItIsAnnouncedGivesTheSameHashAsItsColumnsInUtc() {
        var announced = new RowsHash();
        var due = CountyTime.at(DUE);
        announced.add(new BulletinEvent.Row("collected", "0198", null, null, null, due, null, null, true));
        announced.add(new BulletinEvent.Row(
                "sign-on-time-rate",
                "2021-000012/1",
                "370828101001001",
                "ZJJ",
                "GS02",
                due,
                due,
                due.plusNanos(1_500_000_000),
                false));

        assertThat(announced.hex()).isEqualTo(hash(List.of(COLLECTED, LATE)));
    }

    @Test
    void aLateArrivalIsHashedWithHowItChangedItsMonth() {
        var row = new Object[] {"collected", "0198", null, null, null, DUE, null, null, true, "ADDED"};
        var announced = new RowsHash();
        announced.add(new BulletinEvent.Row(
                "collected", "0198", null, null, null, CountyTime.at(DUE), null, null, true, BulletinEvent.Late.ADDED));

        assertThat(announced.hex())
                .isEqualTo(hash(Collections.singletonList(row)))
                .isNotEqualTo(hash(Collections.singletonList(COLLECTED)));
    }

    @Test
    void theOrderOfTheRowsMatters() {
        assertThat(hash(List.of(COLLECTED, LATE))).isNotEqualTo(hash(List.of(LATE, COLLECTED)));
    }

    private static String hash(List<Object[]> rows) {
        var hash = new RowsHash();
        rows.forEach(hash::add);
        return hash.hex();
    }
}
