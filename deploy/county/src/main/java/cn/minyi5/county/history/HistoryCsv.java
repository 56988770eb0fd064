package cn.minyi5.county.history;

import cn.minyi5.contracts.language.PastStep;
import cn.minyi5.county.CountyFiles;
import cn.minyi5.county.history.PastOrder.Event;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The import format of intake: one row per request, later columns empty where it was settled on the spot, and one for each
 * step after its first moments.
 */
final class HistoryCsv {
    private static final List<String> HEADER = List.of(
            """
            visit_ref request_ref grid_code visited_at form category_code text contact_name contact_phone
            outcome resolution_note forwarded_at dispatched_at signed_at replied_at result_code reply_text
            accepted_at followed_up_at solved satisfied lead assisting channel external_number former_number
            step step_at step_department step_words"""
                    .split("\\s+"));
    private static final int COLUMNS_OF_ORDERS = 10;
    private static final int COLUMNS_OF_STEPS = 4;
    private static final List<PastStep> FIRST_ROUND =
            List.of(PastStep.DISPATCH, PastStep.SIGN, PastStep.REPLY, PastStep.ACCEPT_REPLY, PastStep.FOLLOW_UP);
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    private HistoryCsv() {}

    static String of(DemoHistory history) {
        return CountyFiles.csv(HEADER, history.requests().stream().flatMap(request -> {
            var order = history.orderOf(request);
            return order == null
                    ? Stream.of(row(asked(request), settled(request)))
                    : Stream.concat(
                            Stream.of(row(asked(request), forwarded(request, order))),
                            later(order).stream().map(event -> step(request, event)));
        }));
    }

    private static Stream<Object> asked(PastRequest request) {
        var visit = request.visit();
        return cells(
                visit.ref(),
                request.ref(),
                visit.grid().code(),
                time(visit.at()),
                visit.form(),
                request.category().code(),
                request.texts().request(),
                request.citizen().name(),
                request.citizen().phone());
    }

    private static Stream<Object> settled(PastRequest request) {
        return Stream.concat(
                cells("RESOLVED_ON_SPOT", request.texts().resolution()),
                empty(COLUMNS_OF_ORDERS + 5 + COLUMNS_OF_STEPS));
    }

    private static Stream<Object> forwarded(PastRequest request, PastOrder order) {
        var first = order.life().subList(0, order.life().size() - later(order).size());
        var replied = at(first, PastStep.REPLY);
        var asked = at(first, PastStep.FOLLOW_UP);
        return Stream.of(
                        cells(
                                "FORWARDED",
                                "",
                                time(order.forwardedAt()),
                                moment(at(first, PastStep.DISPATCH)),
                                moment(at(first, PastStep.SIGN)),
                                moment(replied),
                                replied.map(Event::resultCode).orElse(null),
                                replied.map(reply -> request.texts().reply()).orElse(null),
                                moment(at(first, PastStep.ACCEPT_REPLY)),
                                moment(asked),
                                asked.map(Event::solved).orElse(null),
                                asked.map(Event::satisfied).orElse(null)),
                        cells("", "", "HOTLINE_12345", order.externalNumber(), order.number()),
                        empty(COLUMNS_OF_STEPS))
                .flatMap(cells -> cells);
    }

    /** Of an order's life what its own row has no columns for. */
    static List<Event> later(PastOrder order) {
        var life = order.life();
        var first = 0;
        while (first < life.size()
                && first < FIRST_ROUND.size()
                && life.get(first).step() == FIRST_ROUND.get(first)) {
            first++;
        }
        return life.subList(first, life.size());
    }

    private static List<Object> step(PastRequest request, Event event) {
        var isReply = event.step() == PastStep.REPLY;
        return Stream.of(
                        cells(request.visit().ref(), request.ref()),
                        empty(HEADER.indexOf("result_code") - 2),
                        cells(event.resultCode(), isReply ? request.texts().reply() : "", "", ""),
                        cells(event.solved(), event.satisfied()),
                        empty(5),
                        cells(event.step(), time(event.at()), event.department(), event.words()))
                .flatMap(cells -> cells)
                .collect(Collectors.toList());
    }

    private static Optional<Event> at(List<Event> life, PastStep step) {
        return life.stream().filter(event -> event.step() == step).findFirst();
    }

    private static @Nullable String moment(Optional<Event> event) {
        return event.map(happened -> time(happened.at())).orElse(null);
    }

    private static List<Object> row(Stream<Object> first, Stream<Object> then) {
        return Stream.concat(first, then).collect(Collectors.toList());
    }

    private static Stream<Object> empty(int cells) {
        return Collections.<Object>nCopies(cells, "").stream();
    }

    private static Stream<Object> cells(@Nullable Object... cells) {
        return Arrays.stream(cells);
    }

    static String time(LocalDateTime shanghai) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(shanghai.atOffset(SHANGHAI));
    }
}
