package cn.minyi5.intake.visit.http;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.visit.domain.Visit;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A visit as the phone sends it, with all its requests. */
record VisitInput(
        @Schema(required = true, description = "made by the phone / 手机端生成") @Nullable UUID visitId,
        @Schema(required = true, pattern = "\\d{15}") @Nullable String gridCode,
        @Schema(required = true) @Nullable VisitForm form,
        @Schema(required = true) @Nullable OffsetDateTime startedAt,
        @Schema(maxItems = Visit.MOST_REQUESTS) @Nullable List<@Nullable RequestInput> requests) {

    /** @throws Refusal what is missing or wrong, with its place in the input */
    Visit toVisit() {
        return new Visit(
                Required.of(visitId, "visitId"),
                new GridCode(Required.of(gridCode, "gridCode")),
                Required.of(form, "form"),
                Required.of(startedAt, "startedAt").toInstant(),
                requests == null ? List.of() : citizenRequests(requests));
    }

    private static List<CitizenRequest> citizenRequests(List<@Nullable RequestInput> inputs) {
        if (inputs.size() > Visit.MOST_REQUESTS) {
            throw Refusal.invalid("visit.too-many-requests", "requests").with("most", Visit.MOST_REQUESTS);
        }
        var requests = new ArrayList<CitizenRequest>(inputs.size());
        for (var input : inputs) {
            var place = "requests[" + requests.size() + "]";
            try {
                requests.add(Required.of(input, "").toRequest());
            } catch (Refusal refusal) {
                throw refusal.at(
                        refusal.field() == null || refusal.field().isEmpty() ? place : place + "." + refusal.field());
            }
        }
        return requests;
    }
}
