package cn.minyi5.routing.sandbox;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import cn.minyi5.routing.dispatch.OpenWorkOrders;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes orders up and has them dispatched to the sandbox's department, as requests of a county are. */
@ApplicationScoped
public class SandboxOrders {

    /** Letters, as a category has them; the group of water supply is one that every county has. */
    public static final String CATEGORY = "GS02";

    private static final String COMPLAINT_ABOUT_OFFICIALS = "ZX02";

    /** By hand: what has become of requests that were just opened. */
    private static final String MADE =
            "select id, number, state, version from work_order where request_id = any ($1) order by number";

    private final Idempotency idempotency;
    private final Sql sql;
    private final SandboxPlace place;
    private final OpenWorkOrders openWorkOrders;

    SandboxOrders(Idempotency idempotency, Sql sql, SandboxPlace place, OpenWorkOrders openWorkOrders) {
        this.idempotency = idempotency;
        this.sql = sql;
        this.place = place;
        this.openWorkOrders = openWorkOrders;
    }

    public record SandboxOrdersView(List<SandboxOrder> orders) {}

    public record SandboxOrder(UUID id, String number, State state, int version) {}

    /** @throws Refusal {@code sandbox.not-yours} for whoever is of a real place */
    public Uni<SandboxOrdersView> make(Command command, int count, String category, String text) {
        requireOfSandbox(command.actor());
        if (category.startsWith(COMPLAINT_ABOUT_OFFICIALS)) {
            throw Refusal.invalid("sandbox.confidential", "categoryCode").with("value", category);
        }
        return place.isReady()
                .chain(() -> idempotency.once(command, SandboxOrdersView.class, now -> {
                    var forwarded = Stream.generate(() -> forwarded(category, text, now))
                            .limit(count)
                            .toList();
                    var requests = forwarded.stream()
                            .map(one -> one.event().requestId())
                            .toList();
                    return openWorkOrders
                            .openAll(forwarded, now)
                            .chain(() -> sql.list(SandboxOrder.class, MADE, requests))
                            .map(SandboxOrdersView::new);
                }));
    }

    private static void requireOfSandbox(Actor actor) {
        if (!SandboxPlace.DIVISION.contains(actor.division())) {
            throw Refusal.forbidden("sandbox.not-yours");
        }
    }

    private static Received<RequestEvent.Forwarded> forwarded(String category, String text, Instant now) {
        var request = new RequestEvent.Forwarded(
                UuidCreator.getTimeOrderedEpoch(),
                UuidCreator.getTimeOrderedEpoch(),
                SandboxPlace.GRID,
                category,
                Urgency.NORMAL,
                text,
                new RequestEvent.MaskedCitizen(true, null, null),
                SandboxPlace.TEAM,
                CountyTime.at(now),
                false,
                null,
                null);
        return new Received<>(UuidCreator.getTimeOrderedEpoch(), request, now, "sandbox", 0, null, null);
    }
}
