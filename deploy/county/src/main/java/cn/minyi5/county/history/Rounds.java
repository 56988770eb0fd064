package cn.minyi5.county.history;

import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.county.Grid;
import cn.minyi5.county.Place.Level;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Who is visited when: every grid comes round before one comes twice, and no grid twice on a day. */
final class Rounds {
    private static final LocalTime FIRST_VISIT = LocalTime.of(8, 30);
    private static final int MINUTES_OF_VISITING = 8 * 60;
    private static final Map<VisitForm, Double> IN_VILLAGES = Map.of(
            VisitForm.HOUSEHOLD, 5.0,
            VisitForm.FIELD, 3.0,
            VisitForm.STREET, 1.0,
            VisitForm.MEETING, 1.0);
    private static final Map<VisitForm, Double> IN_COMMUNITIES = Map.of(
            VisitForm.HOUSEHOLD, 5.0,
            VisitForm.FIELD, 0.0,
            VisitForm.STREET, 3.0,
            VisitForm.MEETING, 2.0);

    private final List<Grid> grids;
    private final Random random;
    private final Deque<Grid> waiting = new ArrayDeque<>();
    private final Set<Grid> visitedToday = new HashSet<>();
    private LocalDate today = LocalDate.MIN;

    Rounds(List<Grid> grids, Random random) {
        this.grids = grids;
        this.random = random;
    }

    /** The next visit of that day, between half past eight and half past four. */
    PastRequest.Visit next(LocalDate day) {
        if (!day.equals(today)) {
            today = day;
            visitedToday.clear();
        }
        var grid = nextGrid();
        visitedToday.add(grid);
        var at = LocalDateTime.of(day, FIRST_VISIT).plusMinutes(random.nextInt(MINUTES_OF_VISITING));
        var forms = grid.place().level() == Level.VILLAGE ? IN_VILLAGES : IN_COMMUNITIES;
        return new PastRequest.Visit(grid, at, Chance.choose(List.of(VisitForm.values()), forms::get, random));
    }

    private Grid nextGrid() {
        if (waiting.stream().allMatch(visitedToday::contains)) {
            var round = new ArrayList<>(grids);
            Collections.shuffle(round, random);
            waiting.addAll(round);
        }
        var grid = waiting.stream()
                .filter(each -> !visitedToday.contains(each))
                .findFirst()
                .orElseThrow();
        waiting.removeFirstOccurrence(grid);
        return grid;
    }
}
