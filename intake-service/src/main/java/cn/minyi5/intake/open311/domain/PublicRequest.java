package cn.minyi5.intake.open311.domain;

import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.intake.request.domain.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request as everybody may see it.
 *
 * @param serviceName null where the category is gone
 * @param description as the desk has reviewed it
 * @param holder the department that has it now
 * @param answered in the round that it is in
 * @param address township and village
 */
public record PublicRequest(
        UUID id,
        String categoryCode,
        @Nullable String serviceName,
        String description,
        boolean byOpen311,
        Outcome outcome,
        @Nullable Ending ended,
        @Nullable String holder,
        int round,
        boolean answered,
        Instant requestedAt,
        Instant updatedAt,
        @Nullable Instant heldAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable String villageCode,
        String address) {

    /** How far it has come, in words for everybody. */
    public enum Stage {
        RECEIVED("已受理，待派单 / received"),
        IN_HAND("承办单位办理中 / with a department"),
        ANSWERED("承办单位已答复，待回访 / answered, to be followed up"),
        RESOLVED_ON_SPOT("现场解决 / settled during the visit"),
        CLOSED("已办结 / closed"),
        NOT_ACCEPTED("不予受理 / not accepted"),
        ENDED("已结束 / ended");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean isClosed() {
            return compareTo(ANSWERED) > 0;
        }
    }

    /** Something that has become of it. */
    public record Update(String id, UUID requestId, Stage stage, Instant at) {}

    public Stage stage() {
        if (ended != null) {
            return ended == Ending.CLOSED
                    ? Stage.CLOSED
                    : ended == Ending.NOT_ACCEPTED ? Stage.NOT_ACCEPTED : Stage.ENDED;
        }
        if (outcome == Outcome.RESOLVED_ON_SPOT) {
            return Stage.RESOLVED_ON_SPOT;
        }
        return answered ? Stage.ANSWERED : holder == null ? Stage.RECEIVED : Stage.IN_HAND;
    }

    /** As far as it is known still: of several of a kind the last. */
    public List<Update> updates() {
        return Stream.of(
                        update(Stage.IN_HAND, holder == null && ended == null ? null : heldAt),
                        update(Stage.ANSWERED, answeredAt),
                        ended == null ? null : update(stage(), endedAt))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Update update(Stage stage, @Nullable Instant at) {
        return at == null ? null : new Update(id + "-" + round + "-" + stage, id, stage, at);
    }
}
