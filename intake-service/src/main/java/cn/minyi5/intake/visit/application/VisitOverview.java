package cn.minyi5.intake.visit.application;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A visit that was recorded, with its requests in their order. */
public record VisitOverview(
        UUID id,
        GridCode grid,
        String teamCode,
        VisitForm form,
        Instant startedAt,
        Instant recordedAt,
        boolean imported,
        List<Item> requests) {

    /** What a visit's overview says of one request; the rest is with the request itself. */
    public record Item(UUID requestId, String categoryCode, Urgency urgency, Outcome outcome) {}

    /** Without complaints about officials. */
    VisitOverview withoutConfidential() {
        var open = requests.stream()
                .filter(item -> !item.categoryCode().equals(CitizenRequest.ABOUT_OFFICIALS))
                .toList();
        return new VisitOverview(id, grid, teamCode, form, startedAt, recordedAt, imported, open);
    }
}
