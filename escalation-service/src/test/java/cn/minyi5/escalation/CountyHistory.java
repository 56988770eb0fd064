package cn.minyi5.escalation;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.RequestEvent.Forwarded;
import cn.minyi5.contracts.RequestEvent.MaskedCitizen;
import cn.minyi5.contracts.RequestEvent.ResolvedOnSpot;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.testing.Events;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Three imported months of a county by chance with a fixed seed, and a count of them that knows nothing of the service:
 * plain loops over the raw lives.
 */
final class CountyHistory {

    static final List<String> DEPARTMENTS = List.of("ZJJ", "SLJ", "370828101");
    static final List<String> TOWNSHIPS = List.of("370828101", "370828001");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration SIGN = Duration.ofHours(1);
    private static final Duration REPLY = Duration.ofHours(48);

    record Request(UUID id, String grid, String category, Instant visitedAt, boolean onSpot) {}

    record Order(
            Story story,
            String department,
            String grid,
            Instant dispatchedAt,
            @Nullable Instant signedAt,
            @Nullable Instant repliedAt,
            boolean returned,
            @Nullable Instant followedUpAt,
            Answer solved,
            Answer satisfied) {

        boolean signedInTime() {
            // To return is to have received, and those that were returned were within a minute.
            return returned || signedAt != null && !signedAt.isAfter(dispatchedAt.plus(SIGN));
        }

        Instant returnedAt() {
            return dispatchedAt.plusSeconds(60);
        }

        boolean repliedInTime() {
            return repliedAt != null && !repliedAt.isAfter(dispatchedAt.plus(REPLY));
        }
    }

    final List<Request> requests = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();

    private final String county;

    CountyHistory(long seed) {
        this(seed, People.COUNTY);
    }

    /** The same history in another county: its departments have the same codes, its places are its own. */
    CountyHistory(long seed, String county) {
        this.county = county;
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            var onSpot = random.nextInt(3) > 0;
            var grid = in(TOWNSHIPS.get(random.nextInt(2))) + "00100" + (1 + random.nextInt(3));
            // The first and the last hours of the quarter are in it, too.
            var visitedAt = LocalDate.of(2019, 1, 1)
                    .atStartOfDay(SHANGHAI)
                    .toInstant()
                    .plus(Duration.ofMinutes(i == 0 ? 0 : random.nextInt(86 * 24 * 60)));
            requests.add(new Request(
                    UUID.randomUUID(), grid, i % 15 == 7 ? "ZX02" : "GS02", visitedAt, onSpot && i % 15 != 7));
        }
        requests.stream()
                .filter(r -> !r.onSpot() && !r.category().equals("ZX02"))
                .forEach(r -> orders.add(order(r, random)));
    }

    /** A code of the county's own. */
    String in(String code) {
        return code.replace(People.COUNTY, county);
    }

    private Order order(Request request, Random random) {
        var department = in(DEPARTMENTS.get(random.nextInt(3)));
        var dispatchedAt = request.visitedAt().plusSeconds(600);
        // Minute 60 exactly, a little before, a lot after, or never.
        var signedAt = List.of(30L, 60L, 61L, 300L, -1L).get(random.nextInt(5));
        var repliedAt = List.of(100L, 2880L, 2881L, 9000L, -1L).get(random.nextInt(5));
        var replied = signedAt > 0 && repliedAt > signedAt;
        var followedUp = replied && random.nextBoolean();
        return new Order(
                Story.imported("GS02", department, request.grid()),
                department,
                request.grid(),
                dispatchedAt,
                signedAt > 0 ? dispatchedAt.plus(Duration.ofMinutes(signedAt)) : null,
                replied ? dispatchedAt.plus(Duration.ofMinutes(repliedAt)) : null,
                signedAt > 0 && random.nextInt(4) == 0,
                followedUp ? dispatchedAt.plus(Duration.ofMinutes(repliedAt + 60)) : null,
                random.nextBoolean() ? Answer.YES : Answer.NO_ANSWER,
                Answer.values()[random.nextInt(3)]);
    }

    /** As intake and routing would. */
    void tell() {
        for (var request : requests) {
            Events.send(event(request), request.visitedAt());
        }
        for (var order : orders) {
            order.story().dispatched(order.dispatchedAt());
            if (order.returned()) {
                order.story().returnRequested(order.returnedAt());
            }
            if (order.signedAt() != null) {
                order.story().signed(order.signedAt());
            }
            if (order.repliedAt() != null) {
                order.story().replied(order.repliedAt());
            }
            if (order.followedUpAt() != null) {
                order.story().closed(order.solved(), order.satisfied(), order.followedUpAt());
            }
        }
    }

    Map<String, Tally> recountMonth(String month) {
        return recount(
                o -> true,
                r -> true,
                at -> at.atZone(SHANGHAI).toLocalDate().toString().startsWith(month));
    }

    Map<String, Tally> recount(Predicate<Order> whichOrders, Predicate<Request> whichRequests) {
        return recount(whichOrders, whichRequests, at -> {
            var date = at.atZone(SHANGHAI).toLocalDate();
            return date.getYear() == 2019 && date.getMonthValue() <= 3;
        });
    }

    private Map<String, Tally> recount(
            Predicate<Order> whichOrders, Predicate<Request> whichRequests, Predicate<Instant> when) {
        var count = new LinkedHashMap<String, Tally>();
        for (var code : List.of(
                "collected",
                "on-spot",
                "forwarded",
                "on-spot-rate",
                "sign-on-time-rate",
                "reply-on-time-rate",
                "dispatched",
                "returned",
                "return-rate",
                "returns-accepted",
                "returns-rejected",
                "rework-rate",
                "solved-rate",
                "satisfied-rate",
                "answer-rate")) {
            count.put(code, new Tally(0, 0));
        }
        for (var request : requests) {
            if (whichRequests.test(request) && when.test(request.visitedAt())) {
                add(count, "collected", true);
                add(count, request.onSpot() ? "on-spot" : "forwarded", true);
                add(count, "on-spot-rate", request.onSpot());
            }
        }
        orders.stream().filter(whichOrders).forEach(order -> recount(order, when, count));
        return count;
    }

    private static void recount(Order order, Predicate<Instant> when, Map<String, Tally> count) {
        if (when.test(order.dispatchedAt().plus(SIGN))) {
            add(count, "sign-on-time-rate", order.signedInTime());
        }
        if (when.test(order.dispatchedAt().plus(REPLY))) {
            add(count, "reply-on-time-rate", order.repliedInTime());
        }
        if (when.test(order.dispatchedAt())) {
            add(count, "dispatched", true);
            count.computeIfPresent("return-rate", (same, tally) -> new Tally(tally.counted(), tally.all() + 1));
        }
        if (order.returned() && when.test(order.returnedAt())) {
            add(count, "returned", true);
            count.computeIfPresent("return-rate", (same, tally) -> new Tally(tally.counted() + 1, tally.all()));
        }
        if (order.followedUpAt() != null && when.test(order.followedUpAt())) {
            var solvedAnswered = order.solved() != Answer.NO_ANSWER;
            var satisfiedAnswered = order.satisfied() != Answer.NO_ANSWER;
            add(count, "answer-rate", solvedAnswered || satisfiedAnswered);
            if (solvedAnswered) {
                add(count, "rework-rate", order.solved() == Answer.NO);
                add(count, "solved-rate", order.solved() == Answer.YES);
            }
            if (satisfiedAnswered) {
                add(count, "satisfied-rate", order.satisfied() == Answer.YES);
            }
        }
    }

    private static void add(Map<String, Tally> count, String code, boolean counted) {
        count.computeIfPresent(code, (same, tally) -> tally.plus(counted));
    }

    private static RequestEvent event(Request request) {
        var visitedAt = OffsetDateTime.ofInstant(request.visitedAt(), ZoneOffset.UTC);
        if (request.onSpot()) {
            return new ResolvedOnSpot(
                    request.id(), UUID.randomUUID(), request.grid(), request.category(), visitedAt, true);
        }
        return new Forwarded(
                request.id(),
                UUID.randomUUID(),
                request.grid(),
                request.category(),
                Urgency.NORMAL,
                "路灯不亮",
                new MaskedCitizen(true, null, null),
                "JX01",
                visitedAt,
                true,
                null,
                null);
    }
}
