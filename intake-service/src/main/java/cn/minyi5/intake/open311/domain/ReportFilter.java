package cn.minyi5.intake.open311.domain;

import cn.minyi5.contracts.language.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a client asks for: GeoReport v2, GET Service Requests, with the page of later extensions.
 *
 * @param ids overrides everything else; null: not asked by them
 * @param from of when it was requested; null where it is asked by when it was updated
 * @param closed null: both
 * @param page from 1
 */
public record ReportFilter(
        @Nullable List<UUID> ids,
        List<String> serviceCodes,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Boolean closed,
        @Nullable Instant updatedAfter,
        @Nullable Instant updatedBefore,
        int page,
        int pageSize) {

    public static final int MOST = 1000;

    private static final int MOST_IDS = 200;
    private static final int LAST_PAGE = 1000;
    private static final Duration LONGEST = Duration.ofDays(90);

    public static ReportFilter of(Fields fields, Instant now) {
        var ids = ids(fields);
        var period = period(fields, now);
        var pageSize = fields.number("page_size", MOST, MOST);
        var page = fields.number("page", 1, LAST_PAGE);
        if (ids != null) {
            return new ReportFilter(ids, List.of(), null, null, null, null, null, page, pageSize);
        }
        return new ReportFilter(
                null,
                fields.listed("service_code"),
                period.from,
                period.to,
                closed(fields),
                fields.moment("updated_after"),
                fields.moment("updated_before"),
                page,
                pageSize);
    }

    /** What is no id of ours is an id of nothing. */
    private static @Nullable List<UUID> ids(Fields fields) {
        var asked = fields.listed("service_request_id");
        if (asked.size() > MOST_IDS) {
            throw Refusal.invalid("open311.too-many-ids", "service_request_id").with("most", MOST_IDS);
        }
        return asked.isEmpty() ? null : asked.stream().flatMap(ReportFilter::id).toList();
    }

    private static Stream<UUID> id(String text) {
        return isId(text) ? Stream.of(UUID.fromString(text)) : Stream.of();
    }

    public static boolean isId(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    private record Period(@Nullable Instant from, @Nullable Instant to) {}

    /** Ninety days at most: before now, where no other end or beginning is said. */
    private static Period period(Fields fields, Instant now) {
        var start = fields.moment("start_date");
        var end = fields.moment("end_date");
        if (start == null && end == null) {
            var updated = fields.optional("updated_after") != null || fields.optional("updated_before") != null;
            return updated ? new Period(null, null) : new Period(now.minus(LONGEST), null);
        }
        var from = start == null ? end.minus(LONGEST) : start;
        var to = end == null ? start.plus(LONGEST) : end;
        if (to.isBefore(from)) {
            throw Refusal.invalid("open311.dates-out-of-order", "end_date");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Refusal.invalid("open311.period-too-long", "start_date").with("days", LONGEST.toDays());
        }
        return new Period(from, to);
    }

    private static @Nullable Boolean closed(Fields fields) {
        var asked = fields.listed("status").stream().distinct().toList();
        if (!List.of("open", "closed").containsAll(asked)) {
            throw Refusal.invalid("open311.status-unknown", "status");
        }
        return asked.size() == 1 ? asked.get(0).equals("closed") : null;
    }

    public long offset() {
        return (long) (page - 1) * pageSize;
    }
}
