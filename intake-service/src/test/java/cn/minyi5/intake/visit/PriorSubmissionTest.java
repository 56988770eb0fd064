package cn.minyi5.intake.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.Refused;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.visit.Submission.PriorSubmission;
import cn.minyi5.intake.visit.Submission.PriorSubmission.KeyUse;
import cn.minyi5.intake.visit.Submission.PriorSubmission.StoredVisit;
import cn.minyi5.intake.visit.domain.Visit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PriorSubmissionTest {

    private static final UUID REQUEST = new UUID(0, 7);
    private static final Submission SUBMITTED = new Submission(
            new Visit(
                    new UUID(0, 1),
                    new GridCode("370828101201001"),
                    VisitForm.FIELD,
                    Instant.parse("2021-10-05T01:00:00Z"),
                    List.of(
                            new CitizenRequest(new UUID(0, 6), "GS02", Urgency.NORMAL, "漏水", null, null, false),
                            new CitizenRequest(REQUEST, "GS02", Urgency.NORMAL, "漏水", null, null, false))),
            true,
            "T001",
            "secretary",
            "same",
            List.of());

    @Test
    void nothingEarlierIsNothingTheSame() {
        assertThat(new PriorSubmission(null, null, null).isSameAs(SUBMITTED)).isFalse();
    }

    @Test
    void theSameUnderTheSameKeyIsTheSame() {
        assertThat(new PriorSubmission(new KeyUse("record-visit", "same"), null, null).isSameAs(SUBMITTED))
                .isTrue();
    }

    @Test
    void aKeyThatWasUsedOtherwiseIsRefused() {
        Refused.with("idempotency.body-differs", "Idempotency-Key", () -> new PriorSubmission(
                        new KeyUse("record-visit", "other"), null, null)
                .isSameAs(SUBMITTED));
        Refused.with("idempotency.body-differs", "Idempotency-Key", () -> new PriorSubmission(
                        new KeyUse("follow-up/1", "same"), null, null)
                .isSameAs(SUBMITTED));
    }

    @Test
    void theSameVisitOfTheSameTeamUnderAnotherKeyIsTheSame() {
        assertThat(new PriorSubmission(null, new StoredVisit("T001", "same"), null).isSameAs(SUBMITTED))
                .isTrue();
    }

    @Test
    void anIdThatStandsForSomethingElseIsRefusedWhereItIs() {
        Refused.with("visit.differs", "visitId", () -> new PriorSubmission(null, new StoredVisit("T001", "other"), null)
                .isSameAs(SUBMITTED));
        Refused.with("visit.differs", "visitId", () -> new PriorSubmission(null, new StoredVisit("T002", "same"), null)
                .isSameAs(SUBMITTED));
        Refused.with("visit.differs", "requests[1].requestId", () -> new PriorSubmission(null, null, REQUEST)
                .isSameAs(SUBMITTED));
    }
}
