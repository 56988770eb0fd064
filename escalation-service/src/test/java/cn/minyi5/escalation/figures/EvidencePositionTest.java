package cn.minyi5.escalation.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidencePositionTest {

    @Test
    void whatAPageGivesAsNextBeginsTheNextOne() {
        var last = new EvidencePosition(Instant.parse("2021-09-05T01:00:00.123456Z"), "2021-000012/1 后");

        assertThat(EvidencePosition.parse(last.toString())).isEqualTo(last);
        assertThat(EvidencePosition.parse(null)).isEqualTo(EvidencePosition.parse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "!", "MjAyMQ"})
    void anythingElseIsRefused(String after) {
        assertThatThrownBy(() -> EvidencePosition.parse(after)).hasMessage("page.after-malformed");
    }
}
