package cn.minyi5.intake.importing.domain;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.PastStage;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.importing.domain.PastLife.Echo;
import cn.minyi5.intake.request.domain.Contact;
import cn.minyi5.privacy.Masking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 历史工单. A forwarded request's whole past: the moments that its own row tells, and the steps after them.
 *
 * @param life until the end of its first round, or to where it took another turn
 */
public record PastOrder(PastLife life, Provenance provenance, List<LaterStep> later) {

    public PastOrder {
        later = List.copyOf(later);
    }

    /** What the citizen said to the answer of one round. */
    public record PastEcho(int round, Echo echo, Instant at) {}

    /** With one more step, if it can have been the next. */
    public PastOrder then(LaterStep step) {
        if (step.at().isBefore(lastMoment())) {
            throw Refusal.invalid("history.out-of-order", "step_at");
        }
        after(stage(), step);
        return new PastOrder(
                life, provenance, Stream.concat(later.stream(), Stream.of(step)).toList());
    }

    public List<PastEcho> echoes() {
        var echoes = new ArrayList<PastEcho>();
        if (life.echo() != null) {
            echoes.add(new PastEcho(1, life.echo(), Objects.requireNonNull(life.followedUpAt())));
        }
        for (var step : later) {
            if (step.solved() != null && step.satisfied() != null) {
                var echo = new Echo(step.solved(), step.satisfied());
                echoes.add(new PastEcho(echoes.size() + 1, echo, step.at()));
            }
        }
        return echoes;
    }

    /** Without the numbers that lead to a person, and without name and address of who asked. */
    public RequestEvent.History told(UUID importId, Instant cutOver, @Nullable Contact contact) {
        UnaryOperator<String> masked =
                contact == null ? Masking::text : words -> Masking.text(words, contact.name(), contact.address());
        var brought = new RequestEvent.Brought(
                importId,
                CountyTime.at(cutOver),
                provenance.channel(),
                provenance.externalNumber(),
                provenance.formerNumber(),
                provenance.lead(),
                provenance.assisting(),
                later.stream().map(step -> step.told(masked)).toList());
        return life.told(masked, brought);
    }

    private Instant lastMoment() {
        return later.isEmpty() ? life.lastMoment() : later.get(later.size() - 1).at();
    }

    private PastStage stage() {
        var stage = PastStage.FORWARDED;
        for (var step : life.steps()) {
            stage = stage.after(
                    step, life.echo() == null ? Answer.YES : life.echo().solved(), "step");
        }
        for (var step : later) {
            stage = after(stage, step);
        }
        return stage;
    }

    private static PastStage after(PastStage stage, LaterStep step) {
        return stage.after(step.step(), Objects.requireNonNullElse(step.solved(), Answer.YES), "step");
    }
}
