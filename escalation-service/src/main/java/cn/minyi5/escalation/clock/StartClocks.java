package cn.minyi5.escalation.clock;

import cn.minyi5.contracts.WorkOrderEvent.Dispatched;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockedOrder;
import cn.minyi5.escalation.clock.domain.SlaClock;
import cn.minyi5.escalation.policy.SlaPolicies;
import cn.minyi5.escalation.policy.domain.PolicyBook;
import cn.minyi5.escalation.policy.domain.PolicyBook.Matter;
import cn.minyi5.messaging.Received;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Starts the SIGN and REPLY clocks of dispatches, when they happened, under the policies then in force. */
@ApplicationScoped
public class StartClocks {

    private final SlaPolicies policies;
    private final Clocks clocks;

    StartClocks(SlaPolicies policies, Clocks clocks) {
        this.policies = policies;
        this.clocks = clocks;
    }

    public Uni<Void> start(List<Received<Dispatched>> received) {
        return policies.book()
                .map(book -> received.stream()
                        .flatMap(dispatched -> runs(dispatched, book))
                        .toList())
                .flatMap(clocks::start);
    }

    private static Stream<ClockRun> runs(Received<Dispatched> dispatched, PolicyBook book) {
        return Arrays.stream(ClockKind.values()).map(kind -> run(kind, dispatched, book));
    }

    private static ClockRun run(ClockKind kind, Received<Dispatched> dispatched, PolicyBook book) {
        var event = dispatched.event();
        var matter = new Matter(kind, event.categoryCode(), event.gridCode(), event.urgency());
        var policy = book.ruling(matter, dispatched.happenedAt());
        return new ClockRun(
                UuidCreator.getTimeOrderedEpoch(),
                order(event),
                kind,
                dispatched.partition(),
                policy.id(),
                SlaClock.start(policy.terms(), dispatched.happenedAt()),
                List.of());
    }

    private static ClockedOrder order(Dispatched event) {
        return new ClockedOrder(
                event.workOrderId(),
                event.number(),
                event.dispatchNo(),
                event.round(),
                event.gridCode(),
                event.categoryCode(),
                event.confidential(),
                event.lead(),
                event.imported());
    }
}
