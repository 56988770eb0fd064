package cn.minyi5.notification.document.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.BulletinEvent.Row;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Tally;
import cn.minyi5.notification.document.SampleBulletin;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BulletinTest {

    private static final OffsetDateTime DUE = OffsetDateTime.parse("2021-09-05T09:00:00+08:00");
    private static final Row COLLECTED = new Row("collected", "0198", null, null, null, DUE, null, null, true);
    private static final Row LATE = new Row(
            "sign-on-time-rate",
            "2021-000012/1",
            "370828101001001",
            "ZJJ",
            "GS02",
            DUE,
            DUE,
            DUE.plus(Duration.ofMillis(1500)),
            false);

    /** The same rows and the same hash stand in the test of {@link cn.minyi5.contracts.RowsHash}. */
    private static final String HASH = "6e7bbc333984ef20f55d51dbddf80228a60c6f15ce8aa1319d90a78c42b02cee";

    @Test
    void theHashIsTheOneThatEscalationTakes() {
        assertThat(bulletin(List.of(COLLECTED, LATE)).isWhole()).isTrue();
    }

    @Test
    void anotherOrderIsAnotherHash() {
        assertThat(bulletin(List.of(LATE, COLLECTED)).isWhole()).isFalse();
    }

    @Test
    void aBulletinIsWholeOnlyWithTheRowsOverWhichItsHashWasTaken() {
        var bulletin = SampleBulletin.of(new UUID(0, 1), 1);
        var rows = bulletin.rows();
        var tampered = new Bulletin(bulletin.issued(), bulletin.issuedAt(), rows.subList(1, rows.size()));

        assertThat(bulletin.isWhole()).isTrue();
        assertThat(tampered.isWhole()).isFalse();
    }

    @Test
    void anOrderThatSeveralDepartmentsHadCountsInTheExcerptOfEach() {
        var bulletin = SampleBulletin.of(new UUID(0, 1), 1);
        var second = bulletin.rowsBehind("dispatched")
                .filter(row -> !row.counted())
                .findFirst()
                .orElseThrow();
        var department = String.valueOf(second.department());
        var own = bulletin.issued().departments().stream()
                .filter(each -> each.department().equals(department))
                .findFirst()
                .orElseThrow();

        var excerpt = bulletin.excerpt(department, new DivisionCode("370828"));

        for (var code : List.of("dispatched", "returned", "return-rate", "returns-accepted")) {
            assertThat(excerpt.figure(code)).isEqualTo(PrintedFigures.find(own.figures(), code));
        }
    }

    @Test
    void aReturnRateThatWasIssuedWithRowsOfItsOwnIsCountedFromThem() {
        var rows = List.of(returned("2021-000001/1", true), returned("2021-000002/1", false));
        var issued = new BulletinEvent.Issued(
                new UUID(0, 1),
                "2021-09",
                2021,
                18,
                List.of(Figure.rate("return-rate", new Tally(1, 2))),
                List.of(),
                rows.size(),
                HASH,
                null,
                null);

        var excerpt = new Bulletin(issued, Instant.EPOCH, rows).excerpt(null, new DivisionCode("370828"));

        assertThat(excerpt.figure("return-rate")).contains(Figure.rate("return-rate", new Tally(1, 2)));
    }

    private static Row returned(String subject, boolean counted) {
        return new Row("return-rate", subject, "370828101001001", "ZJJ", "GS02", DUE, null, null, counted);
    }

    private static Bulletin bulletin(List<Row> rows) {
        var issued = new BulletinEvent.Issued(
                new UUID(0, 1), "2021-09", 2021, 18, List.of(), List.of(), rows.size(), HASH, null, null);
        return new Bulletin(issued, Instant.EPOCH, rows);
    }
}
