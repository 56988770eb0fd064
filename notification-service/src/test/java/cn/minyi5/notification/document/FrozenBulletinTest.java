package cn.minyi5.notification.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.domain.EvidenceRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FrozenBulletinTest {

    private static final Instant DUE = Instant.parse("2021-09-05T01:00:00Z");
    private static final EvidenceRow COLLECTED =
            new EvidenceRow("collected", "0198", null, null, null, DUE, null, null, true);
    private static final EvidenceRow LATE = new EvidenceRow(
            "sign-on-time-rate",
            "2021-000012/1",
            "370828101001001",
            "ZJJ",
            "GS02",
            DUE,
            DUE,
            DUE.plusMillis(1500),
            false);

    /** The same rows and the same hash stand in the test of the service that takes it first. */
    @Test
    void theHashIsTheOneThatEscalationTakes() {
        assertThat(FrozenBulletin.hashOf(List.of(COLLECTED, LATE)))
                .isEqualTo("6e7bbc333984ef20f55d51dbddf80228a60c6f15ce8aa1319d90a78c42b02cee");
    }

    @Test
    void anotherOrderIsAnotherHash() {
        assertThat(FrozenBulletin.hashOf(List.of(LATE, COLLECTED)))
                .isNotEqualTo(FrozenBulletin.hashOf(List.of(COLLECTED, LATE)));
    }

    @Test
    void aBulletinIsWholeOnlyWithTheRowsOverWhichItsHashWasTaken() {
        var bulletin = SampleBulletin.of(new UUID(0, 1), 1);
        var tampered = new Bulletin(
                bulletin.id(),
                bulletin.year(),
                bulletin.issue(),
                bulletin.month(),
                bulletin.issuedOn(),
                bulletin.figures(),
                bulletin.departments(),
                bulletin.rows().subList(1, bulletin.rows().size()),
                bulletin.rowsSha256());

        assertThat(FrozenBulletin.isWhole(bulletin)).isTrue();
        assertThat(FrozenBulletin.isWhole(tampered)).isFalse();
    }
}
