package cn.minyi5.escalation.bulletin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.escalation.figures.domain.EvidenceRow;
import cn.minyi5.escalation.figures.domain.FigureCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsHashTest {

    private static final Instant DUE = Instant.parse("2021-09-05T01:00:00Z");
    private static final EvidenceRow LATE = new EvidenceRow(
            FigureCode.SIGN_ON_TIME_RATE,
            "2021-000012/1",
            "370828101001001",
            "ZJJ",
            "GS02",
            DUE,
            DUE,
            DUE.plusMillis(1500),
            false);
    private static final EvidenceRow COLLECTED =
            new EvidenceRow(FigureCode.COLLECTED, "0198", null, null, null, DUE, null, null, true);

    @Test
    void theHashIsTakenOverLinesThatAnybodyCanWriteDown() {
        // printf 'collected\t0198\t\t\t\t2021-09-05T01:00:00Z\t\t\ttrue\nsign-on-time-rate\t2021-000012/1\t…' |
        // sha256sum
        assertThat(hash(List.of(COLLECTED), List.of(LATE)))
                .isEqualTo("6e7bbc333984ef20f55d51dbddf80228a60c6f15ce8aa1319d90a78c42b02cee");
    }

    @Test
    void pagesDoNotMatterButTheOrderDoes() {
        assertThat(hash(List.of(COLLECTED, LATE))).isEqualTo(hash(List.of(COLLECTED), List.of(LATE)));
        assertThat(hash(List.of(COLLECTED, LATE))).isNotEqualTo(hash(List.of(LATE, COLLECTED)));
    }

    @SafeVarargs
    private static String hash(List<EvidenceRow>... pages) {
        var hash = new RowsHash();
        for (var page : pages) {
            hash.add(page);
        }
        return hash.hex();
    }
}
