package cn.minyi5.county.history;

import cn.minyi5.contracts.language.PastStep;
import cn.minyi5.county.DemoCounty;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Eighteen months of the demo county, generated: nobody said any of it. What is true of it are the published sums, 9,942
 * requests of which 9,629 were settled on the spot and 313 forwarded.
 */
public final class DemoHistory {
    public static final int COLLECTED = 9_942;
    public static final int FORWARDED = 313;
    public static final int ON_SPOT = COLLECTED - FORWARDED;

    /** 割接: the day of the article that tells the published figures. What is open then lives on in the services. */
    public static final String CUT_OVER = "2021-10-09T00:00:00+08:00";

    /** The name under which it is imported; the ids of its requests depend on it. */
    public static final String SOURCE = "jinxiang-demo-history";

    private static final long SEED = 2020_0505L;

    private final List<PastRequest> requests;
    private final Map<PastRequest, PastOrder> orders;

    private DemoHistory(List<PastRequest> requests, Map<PastRequest, PastOrder> orders) {
        this.requests = requests;
        this.orders = orders;
    }

    /** The demo's own history: the same bytes every time. */
    public static DemoHistory of(DemoCounty county) {
        return of(county, SEED);
    }

    static DemoHistory of(DemoCounty county, long seed) {
        var random = new Random(seed);
        var requests = new Asking(county, random).collect(COLLECTED);
        var forwarded = new Forwarding(random).choose(requests, FORWARDED);
        return new DemoHistory(requests, new PastOrders(county, random).draw(forwarded));
    }

    /** In the import format of intake. */
    public String csv() {
        return HistoryCsv.of(this);
    }

    /** What the services must answer after the import. */
    public HistoryFigures figures() {
        return HistoryFigures.of(requests.size(), orders.values());
    }

    /** 走访覆盖. How many grids had a visit on a visit day of a month; all visits of the history are on visit days. */
    public long visitedGrids(YearMonth month) {
        return requests.stream()
                .map(PastRequest::visit)
                .filter(visit -> YearMonth.from(visit.at()).equals(month))
                .map(PastRequest.Visit::grid)
                .distinct()
                .count();
    }

    /** 待送回音. Of how many orders the last that happened is that their reply was accepted: nobody has brought it yet. */
    public long answersToBring() {
        return orders.values().stream()
                .map(PastOrder::life)
                .filter(life -> life.get(life.size() - 1).step() == PastStep.ACCEPT_REPLY)
                .count();
    }

    List<PastRequest> requests() {
        return requests;
    }

    /** In no order. */
    Collection<PastOrder> orders() {
        return orders.values();
    }

    /** Null for what was settled on the spot. */
    @Nullable
    PastOrder orderOf(PastRequest request) {
        return orders.get(request);
    }
}
