package cn.minyi5.routing.suggestion;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.WorkOrders;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.CitizenRequest;
import cn.minyi5.routing.workorder.domain.Deed;
import cn.minyi5.routing.workorder.domain.Lives;
import cn.minyi5.routing.workorder.domain.Origin;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.Transition;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A county's past for the service to learn from: lamps and water pipes, a dozen of each. */
public final class Taught {

    public static final String LAMPS = "SZ02";
    public static final String PIPES = "GS02";
    public static final Instant NOON = Instant.parse("2026-11-05T04:00:00Z");

    private static final List<String> ABOUT_LAMPS = List.of("%d号胡同路灯不亮，夜间难走", "第%d组主街的路灯坏了，晚上看不见", "学校西边%d盏路灯不亮");
    private static final List<String> ABOUT_PIPES = List.of("%d户水管破损没水吃", "村东第%d处水管漏水", "%d号门前水管破损，水流一地");

    private Taught() {}

    /** Answered orders at a grid. @param lamps who leads those about lamps @param pipes those about pipes */
    public static void answered(String grid, String lamps, String pipes) {
        store(IntStream.range(0, 12)
                .boxed()
                .flatMap(n -> List.of(
                        answered(order(grid, LAMPS, ABOUT_LAMPS.get(n % 3).formatted(n)), lamps),
                        answered(order(grid, PIPES, ABOUT_PIPES.get(n % 3).formatted(n)), pipes))
                        .stream())
                .toList());
    }

    /** As the job does, at noon, when nobody learns unless somebody wants it. */
    public static void trainsWhatIsWanted() {
        await(Arc.container().instance(TrainModels.class).get().trainDueAt(NOON));
    }

    public static Transition order(String grid, String category, String text) {
        var id = UUID.randomUUID();
        var request = new CitizenRequest(
                UUID.randomUUID(),
                new GridCode(grid),
                category,
                Urgency.NORMAL,
                text,
                new CitizenRequest.Citizen(true, null, null),
                "T" + grid,
                NOON);
        return WorkOrder.open(new Origin(id, "GD" + id, request, Instant.now(), false), Deed.automatic(NOON), null);
    }

    public static Transition answered(Transition opened, String lead) {
        var deed = Lives.at(Instant.now());
        return opened.then(order -> order.dispatch(Assignment.byPerson(lead, List.of()), null, deed))
                .then(order -> order.sign(deed))
                .then(order -> order.reply(Reply.of(ResultCode.SOLVED, "已修好", "电话联系", deed.at()), deed));
    }

    public static void store(List<Transition> lives) {
        var workOrders = Arc.container().instance(WorkOrders.class).get();
        await(Arc.container().instance(Transactions.class).get().run(now -> workOrders.openAll(lives)));
    }

    static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(60));
    }
}
