package cn.minyi5.county.history;

import cn.minyi5.county.CountyFiles;
import cn.minyi5.county.DemoCounty;
import cn.minyi5.county.Department;
import cn.minyi5.county.history.PastLives.Course;
import cn.minyi5.county.history.PastLives.Punctuality;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What became of the forwarded requests: mostly all went well, and every month has some that went otherwise. */
final class PastOrders {
    /** The first ones of a month see to its late and punctual ones. */
    private static final int FIRST_OTHERWISE = 4;

    /** What begins later in the month would end in the next. */
    private static final int LAST_DAY_OTHERWISE = 15;

    private static final List<Course> OTHERWISE =
            List.of(Course.RETURNED, Course.RETURN_REJECTED, Course.SENT_BACK, Course.SECOND_ROUND);

    /** In the last month, of its last day of visits. */
    private static final List<Course> OPEN = List.of(
            Course.OPEN_IN_PROGRESS, Course.OPEN_IN_PROGRESS, Course.OPEN_IN_SECOND_ROUND, Course.OPEN_AT_FOLLOW_UP);

    private final Map<String, String> leads = new HashMap<>();
    private final List<Department> departments;
    private final Random random;
    private int number;

    PastOrders(DemoCounty county, Random random) {
        this.departments = county.departments().stream()
                .filter(department -> !Character.isDigit(department.code().charAt(0)))
                .toList();
        this.random = random;
        CountyFiles.rows("catalogue.csv", row -> leads.put(row.get("category_prefix"), row.get("lead")));
    }

    Map<PastRequest, PastOrder> draw(List<List<PastRequest>> months) {
        var orders = new IdentityHashMap<PastRequest, PastOrder>();
        months.forEach(month -> draw(month, orders));
        return orders;
    }

    private void draw(List<PastRequest> month, Map<PastRequest, PastOrder> orders) {
        var isLast = YearMonth.from(month.get(0).visit().at()).equals(VisitDays.LAST_MONTH);
        var otherwise = new ArrayDeque<>(OTHERWISE);
        var open = new ArrayDeque<>(isLast ? OPEN : List.of());
        for (int i = 0; i < month.size(); i++) {
            var request = month.get(i);
            var punctuality = Punctuality.of(i, random);
            var course = i < FIRST_OTHERWISE ? Course.ORDINARY : course(request, otherwise, open);
            orders.put(request, order(request, course, course == Course.ORDINARY ? punctuality : Punctuality.PUNCTUAL));
        }
    }

    private static Course course(PastRequest request, Deque<Course> otherwise, Deque<Course> open) {
        var courses = request.visit().at().getDayOfMonth() <= LAST_DAY_OTHERWISE ? otherwise : open;
        return courses.isEmpty() ? Course.ORDINARY : courses.pop();
    }

    private PastOrder order(PastRequest request, Course course, Punctuality punctuality) {
        var visit = request.visit();
        var forwardedAt = visit.at().plusMinutes(Chance.between(5, 40, random));
        var lead = leads.get(request.category().code());
        var other = Chance.choose(
                departments.stream()
                        .filter(department -> !department.code().equals(lead))
                        .toList(),
                department -> 1,
                random);
        number++;
        return new PastOrder(
                "民听〔%d〕%03d号".formatted(forwardedAt.getYear(), number),
                "JN12345-%tY%<tm%<td-%04d".formatted(forwardedAt, number),
                "TOWNSHIP".equals(lead) ? visit.grid().township() : lead,
                forwardedAt,
                new ArrayList<>(PastLives.draw(forwardedAt, course, punctuality, other.code(), random)));
    }
}
