package cn.minyi5.intake.visit.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.request.domain.CitizenRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 走访. One team in one grid on one day; its requests, 0 to 200, belong to it for good.
 *
 * @param id made by the phone that recorded it
 * @param startedAt not before 2000, and not later than the moment of recording
 * @param checkIn null where the phone could not say, or might not
 */
public record Visit(
        UUID id,
        GridCode grid,
        VisitForm form,
        Instant startedAt,
        List<CitizenRequest> requests,
        @Nullable CheckIn checkIn) {

    public static final int MOST_REQUESTS = 200;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** Without a check-in. */
    public Visit(UUID id, GridCode grid, VisitForm form, Instant startedAt, List<CitizenRequest> requests) {
        this(id, grid, form, startedAt, requests, null);
    }

    public Visit {
        requests = List.copyOf(requests);
        if (startedAt.isBefore(EARLIEST)) {
            throw Refusal.invalid("visit.time-too-early", "startedAt");
        }
        refuseIfLater(startedAt, LATEST);
        if (requests.size() > MOST_REQUESTS) {
            throw Refusal.invalid("visit.too-many-requests", "requests").with("most", MOST_REQUESTS);
        }
        refuseTwins(requests);
    }

    public void refuseIfStartedAfter(Instant now) {
        refuseIfLater(startedAt, now);
    }

    /** @param within so long after it began a visit is submitted; null: however long */
    public void refuseIfLongAgo(Instant now, @Nullable Duration within) {
        if (within != null && startedAt.isBefore(now.minus(within))) {
            throw Refusal.invalid("visit.too-long-ago", "startedAt").with("days", within.toDays());
        }
    }

    private static void refuseIfLater(Instant startedAt, Instant now) {
        if (startedAt.isAfter(now)) {
            throw Refusal.invalid("visit.time-in-future", "startedAt").with("now", now.toString());
        }
    }

    private static void refuseTwins(List<CitizenRequest> requests) {
        var seen = new HashSet<UUID>();
        for (int at = 0; at < requests.size(); at++) {
            if (!seen.add(requests.get(at).id())) {
                throw Refusal.invalid("request.id-twice", "requests[" + at + "].requestId");
            }
        }
    }
}
