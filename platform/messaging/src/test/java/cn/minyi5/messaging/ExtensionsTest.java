package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.DivisionCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a dead letter is: as the envelope tells it, or else the event itself. */
class ExtensionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"gridCode\": \"370828101001001\", \"categoryCode\": \"GS02\"} | 370828101001001 | false",
                "{\"gridCode\": \"370828101001001\", \"categoryCode\": \"ZX02\"} | 370828          | true",
                "{\"gridCode\": \"370828101001001\", \"confidential\": true}     | 370828          | true",
                "{\"facts\": {\"gridCode\": \"370828101001001\", \"confidential\": true}} | 370828 | true",
                "{\"division\": \"370828\"}                                      | 370828          | false",
                "{\"gridCode\": \"nowhere\"}                                     |                 | false",
                "{\"workOrderId\":                                               |                 | false",
            })
    void theEventTellsItsPlaceWhereTheEnvelopeDoesNot(String data, String division, boolean confidential) {
        assertThat(Extensions.NONE.orOf(data.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Extensions(null, division, confidential));
    }

    @Test
    void whatTheEnvelopeTellsCounts() {
        var told = Extensions.of(new DivisionCode("370828101001"), true).counted(7);

        assertThat(told).isEqualTo(new Extensions(7L, "370828", true));
        assertThat(told.orOf("{\"gridCode\": \"370829101001001\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(told);
    }
}
