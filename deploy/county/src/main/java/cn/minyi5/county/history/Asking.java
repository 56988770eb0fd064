package cn.minyi5.county.history;

import cn.minyi5.county.Category;
import cn.minyi5.county.DemoCounty;
import cn.minyi5.county.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What people asked for on the visit days, in all exactly as many times as is published. */
final class Asking {
    private static final List<Integer> REQUESTS_OF_A_VISIT = List.of(1, 2, 3, 4);
    private static final double LIGHTEST_DAY = 0.7;
    private static final double ANONYMOUS = 0.35;
    // What is easily settled is asked most often.
    private static final Map<Category.OnSpotLikelihood, Double> FREQUENCY = Map.of(
            Category.OnSpotLikelihood.H, 6.0,
            Category.OnSpotLikelihood.M, 3.0,
            Category.OnSpotLikelihood.L, 1.0);

    private final DemoCounty county;
    private final Templates templates = new Templates();
    private final Random random;
    private int citizens;

    Asking(DemoCounty county, Random random) {
        this.county = county;
        this.random = random;
    }

    List<PastRequest> collect(int total) {
        var days = VisitDays.all();
        var weights =
                days.stream().map(day -> LIGHTEST_DAY + random.nextDouble()).toList();
        var shares = Shares.of(total, weights);
        var rounds = new Rounds(county.grids(), random);
        var requests = new ArrayList<PastRequest>();
        for (int i = 0; i < days.size(); i++) {
            requests.addAll(collect(days.get(i), shares.get(i), rounds));
        }
        return requests;
    }

    private List<PastRequest> collect(LocalDate day, int wanted, Rounds rounds) {
        var requests = new ArrayList<PastRequest>();
        while (requests.size() < wanted) {
            var visit = rounds.next(day);
            var some = Chance.choose(REQUESTS_OF_A_VISIT, n -> 1.0 / (n * n), random);
            var count = Math.min(some, wanted - requests.size());
            for (int no = 1; no <= count; no++) {
                requests.add(request(visit, no));
            }
        }
        return requests;
    }

    private PastRequest request(PastRequest.Visit visit, int no) {
        var place = visit.grid().place();
        var possible = county.categories().stream()
                .filter(category -> templates.fits(category, place))
                .toList();
        var category = Chance.choose(possible, each -> FREQUENCY.get(each.onSpotLikelihood()), random);
        var texts = templates.choose(category, place, random);
        return new PastRequest(visit, no, category, citizen(), texts);
    }

    private PastRequest.Citizen citizen() {
        return Chance.of(ANONYMOUS, random) ? PastRequest.Citizen.ANONYMOUS : PastRequest.Citizen.numbered(++citizens);
    }
}
