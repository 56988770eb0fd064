package cn.minyi5.intake.followup;

import cn.minyi5.intake.followup.domain.FollowUp;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A day on which somebody looked for the citizen in vain; one of a day counts. */
@Entity
@Table(name = "follow_up_try")
class FollowUpTryRow {

    @EmbeddedId
    Key key;

    String triedBy;
    Instant triedAt;

    @Embeddable
    record Key(UUID requestId, int round, LocalDate triedOn) {}

    static FollowUpTryRow of(FollowUp followUp, String by) {
        var row = new FollowUpTryRow();
        row.key = new Key(
                followUp.requestId(), followUp.round(), followUp.happenedAt().toLocalDate());
        row.triedBy = by;
        row.triedAt = followUp.happenedAt().toInstant();
        return row;
    }
}
