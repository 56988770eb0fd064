package cn.minyi5.intake.followup;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.intake.followup.domain.FollowUp;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the citizen said to the answer of one round, as it is stored. */
@Entity
@Table(name = "follow_up")
class FollowUpRow {

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    Answer solved;

    @Enumerated(EnumType.STRING)
    Answer satisfied;

    /** Null for history. */
    @Nullable
    String followedUpBy;

    Instant followedUpAt;

    @Embeddable
    record Key(UUID requestId, int round) {}

    static FollowUpRow of(FollowUp followUp, String by) {
        return of(
                followUp.requestId(),
                followUp.round(),
                followUp.solved(),
                followUp.satisfied(),
                by,
                followUp.happenedAt().toInstant());
    }

    static FollowUpRow of(UUID requestId, int round, Answer solved, Answer satisfied, @Nullable String by, Instant at) {
        var row = new FollowUpRow();
        row.key = new Key(requestId, round);
        row.solved = solved;
        row.satisfied = satisfied;
        row.followedUpBy = by;
        row.followedUpAt = at;
        return row;
    }
}
