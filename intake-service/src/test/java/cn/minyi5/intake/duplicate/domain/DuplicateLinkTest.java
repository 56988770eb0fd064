package cn.minyi5.intake.duplicate.domain;

import static cn.minyi5.intake.request.domain.Known.VISITED;
import static cn.minyi5.intake.request.domain.Known.forwarded;
import static cn.minyi5.intake.request.domain.Known.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.intake.request.domain.TrackedRequest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DuplicateLinkTest {

    private static final UUID ROOT = new UUID(0, 77);
    private static final TrackedRequest OPEN = forwarded(order("JX01", 1, 0, null), 0);
    private static final TrackedRequest ENDED = forwarded(order(null, 1, 1, Ending.CLOSED), 1);
    private static final TrackedRequest COMPLAINT = forwarded("ZX02", null, 0);

    @Test
    void whatRepeatsADuplicateRepeatsItsOriginal() {
        assertThat(DuplicateLink.of(OPEN, OPEN, ROOT, "secretary-1", VISITED))
                .isEqualTo(new DuplicateLink(ROOT, "secretary-1", VISITED));
    }

    @Test
    void nothingRepeatsItselfAlsoNotThroughAnother() {
        refused("duplicate.of-itself", OPEN, OPEN, OPEN.id());
    }

    @Test
    void bothMustBeOpen() {
        refused("duplicate.not-open", ENDED, OPEN, ROOT);
        refused("duplicate.not-open", OPEN, ENDED, ROOT);
    }

    @Test
    void aComplaintAboutOfficialsRepeatsNothingAndIsRepeatedByNothing() {
        refused("duplicate.confidential", COMPLAINT, OPEN, ROOT);
        refused("duplicate.confidential", OPEN, COMPLAINT, ROOT);
    }

    private static void refused(String code, TrackedRequest duplicate, TrackedRequest original, UUID originalId) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> DuplicateLink.of(duplicate, original, originalId, "secretary-1", VISITED))
                .withMessage(code);
    }
}
