package cn.minyi5.intake.followup.application;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.intake.followup.domain.FollowUp;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follow-ups that were made, and what waits for one. */
public interface FollowUps {

    /** Whether it was added; not if the round has one already. */
    Uni<Boolean> add(Transaction tx, FollowUp followUp, String followedUpBy);

    /** Adds what was asked before there was this service; what is there already stays. */
    Uni<Void> bringIn(Transaction tx, List<PastFollowUp> followUps);

    /** What a team must tell whom, the oldest answer first, from the request after {@code after}. */
    Uni<List<EchoItem>> echoList(String teamCode, @Nullable UUID after, int limit);

    Uni<Long> countEchoes(String teamCode);

    /** Always of the first round. */
    record PastFollowUp(UUID requestId, Answer solved, Answer satisfied, Instant followedUpAt) {}
}
