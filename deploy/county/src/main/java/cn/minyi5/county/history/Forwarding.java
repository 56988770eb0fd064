package cn.minyi5.county.history;

import cn.minyi5.county.Category.OnSpotLikelihood;
import cn.minyi5.county.DemoCounty;
import cn.minyi5.county.Shares;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which requests could not be settled on the spot: every month its share, hard categories first. */
final class Forwarding {
    private static final Map<OnSpotLikelihood, Double> HARDNESS = Map.of(
            OnSpotLikelihood.H, 1.0,
            OnSpotLikelihood.M, 6.0,
            OnSpotLikelihood.L, 20.0);

    private final Random random;

    Forwarding(Random random) {
        this.random = random;
    }

    /** One list a month, in no order; only categories that have a rule. */
    List<List<PastRequest>> choose(List<PastRequest> requests, int total) {
        var months = requests.stream()
                .collect(Collectors.groupingBy(
                        request -> YearMonth.from(request.visit().at()), TreeMap::new, Collectors.toList()));
        var shares = Shares.of(total, months.values().stream().map(List::size).toList());
        var forwarded = new ArrayList<List<PastRequest>>();
        for (var month : months.values()) {
            forwarded.add(some(month, shares.get(forwarded.size())));
        }
        return forwarded;
    }

    private List<PastRequest> some(List<PastRequest> month, int count) {
        var left = month.stream()
                .filter(request ->
                        !DemoCounty.WITHOUT_RULE.contains(request.category().code()))
                .collect(Collectors.toCollection(ArrayList::new));
        var chosen = new ArrayList<PastRequest>();
        while (chosen.size() < count) {
            var request =
                    Chance.choose(left, each -> HARDNESS.get(each.category().onSpotLikelihood()), random);
            left.remove(request);
            chosen.add(request);
        }
        return chosen;
    }
}
