package cn.minyi5.intake.importing;

import static cn.minyi5.intake.importing.PastSubmissions.PastRequest.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.importing.HistoryReading.ReadRow;
import cn.minyi5.intake.importing.PastSubmissions.PastRequest;
import cn.minyi5.intake.importing.domain.HistoryRow;
import cn.minyi5.intake.request.domain.CitizenRequest.OnSpotResolution;
import cn.minyi5.web.sheet.SheetRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PastSubmissionsTest {

    private final PastRequest request = request("v1", "r1");

    @Test
    void whatNobodyKnowsIsFresh() {
        assertThat(PastSubmissions.sort(List.of(request), Map.of()).fresh()).containsExactly(request);
    }

    @Test
    void aNewRequestOfAKnownVisitIsFresh() {
        var sorted = PastSubmissions.sort(List.of(request), Map.of(request.visitId(), "visit"));

        assertThat(sorted.fresh()).containsExactly(request);
    }

    @Test
    void theSameRequestIsAlreadyThere() {
        var sorted = PastSubmissions.sort(
                List.of(request), Map.of(request.visitId(), "visit", request.requestId(), "request"));

        assertThat(sorted.fresh()).isEmpty();
        assertThat(sorted.alreadyThere()).isOne();
    }

    @Test
    void anotherVisitOrRequestUnderTheSameRefContradicts() {
        assertThat(PastSubmissions.sort(List.of(request), Map.of(request.visitId(), "other"))
                        .contradicting())
                .singleElement()
                .satisfies(refused -> assertThat(refused.why().code()).isEqualTo("visit.differs"));
        assertThat(PastSubmissions.sort(List.of(request), Map.of(request.requestId(), "other"))
                        .contradicting())
                .singleElement()
                .satisfies(refused -> assertThat(refused.why().code()).isEqualTo("history.row-differs"));
    }

    @Test
    void refsOfOneSourceAlwaysStandForTheSameIdsAndThoseOfAnotherForOthers() {
        assertThat(id("source", "request", "r1")).isEqualTo(id("source", "request", "r1"));
        assertThat(id("source", "request", "r1").version()).isEqualTo(5);
        assertThat(id("source", "request", "r1")).isNotEqualTo(id("source", "visit", "r1"));
        assertThat(id("source", "request", "r1")).isNotEqualTo(id("other", "request", "r1"));
    }

    private static PastRequest request(String visitRef, String requestRef) {
        var history = new HistoryRow(
                visitRef,
                requestRef,
                new GridCode("370828101201001"),
                Instant.parse("2021-10-05T01:00:00Z"),
                VisitForm.FIELD,
                "GS02",
                "想了解",
                null,
                OnSpotResolution.of("讲清了"),
                null);
        return new PastRequest(
                new ReadRow(new SheetRow(2, Map.of()), List.of(), history),
                id("source", "visit", visitRef),
                id("source", "request", requestRef),
                "visit",
                "request");
    }
}
