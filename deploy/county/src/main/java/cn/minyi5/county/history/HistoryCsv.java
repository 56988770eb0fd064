package cn.minyi5.county.history;

import cn.minyi5.county.CountyFiles;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The import format of intake: one row per request, later columns empty where it was settled on the spot. */
final class HistoryCsv {
    private static final List<String> HEADER = List.of(
            """
            visit_ref request_ref grid_code visited_at form category_code text contact_name contact_phone
            outcome resolution_note forwarded_at dispatched_at signed_at replied_at result_code reply_text
            accepted_at followed_up_at solved satisfied"""
                    .split("\\s+"));
    private static final int COLUMNS_OF_ORDERS = 10;
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    private HistoryCsv() {}

    static String of(DemoHistory history) {
        return CountyFiles.csv(HEADER, history.requests().stream().map(request -> {
            var order = history.orderOf(request);
            return Stream.concat(asked(request), order == null ? settled(request) : forwarded(request, order))
                    .toList();
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
                Collections.<Object>nCopies(COLUMNS_OF_ORDERS, "").stream());
    }

    private static Stream<Object> forwarded(PastRequest request, PastOrder order) {
        return cells(
                "FORWARDED",
                "",
                time(order.forwardedAt()),
                time(order.dispatchedAt()),
                time(order.signedAt()),
                time(order.repliedAt()),
                order.resultCode(),
                request.texts().reply(),
                time(order.acceptedAt()),
                time(order.followedUpAt()),
                order.solved(),
                order.satisfied());
    }

    private static Stream<Object> cells(Object... cells) {
        return Arrays.stream(cells);
    }

    private static String time(LocalDateTime shanghai) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(shanghai.atOffset(SHANGHAI));
    }
}
