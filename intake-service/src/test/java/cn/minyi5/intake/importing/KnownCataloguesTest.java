package cn.minyi5.intake.importing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.CatalogueEvent.Published;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.ResponsibilityScope;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.importing.domain.KnownCatalogue;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 重放. What intake knows of the catalogue is the same in whatever order its versions are heard. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class KnownCataloguesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final Instant NOON = Instant.parse("2020-01-02T04:00:00Z");

    @Inject
    Transactions transactions;

    @Inject
    KnownCatalogues catalogues;

    @Test
    void aCatalogueThatIsHeardAgainAfterANewerOneDecidesNothing() {
        hear("371001", 2, NOON.plusSeconds(60), "GS03");
        hear("371001", 1, NOON, "GS02");

        assertThat(assigns("371001", "GS02")).isFalse();
        assertThat(assigns("371001", "GS03")).isTrue();
    }

    @Test
    void aVersionThatIsHeardAgainStaysAsItWasPublished() {
        hear("371002", 1, NOON, "GS02");
        hear("371002", 2, NOON.plusSeconds(60), "GS03");
        hear("371002", 1, NOON.plusSeconds(120), "GS04");

        assertThat(assigns("371002", "GS03")).isTrue();
        assertThat(assigns("371002", "GS04")).isFalse();
    }

    @Test
    void aRuleForWhatIsUrgentAssignsNothingOfHistoryAndLeavesTheOthersAlone() {
        hear("371003", 1, NOON, new ResponsibilityScope("GS02", "371003", Urgency.URGENT, null));
        hear("371004", 1, NOON, new ResponsibilityScope("GS02", "371004", Urgency.NORMAL, false));

        assertThat(assigns("371003", "GS02")).isFalse();
        assertThat(assigns("371004", "GS02")).isTrue();
    }

    private void hear(String division, int version, Instant at, String category) {
        hear(division, version, at, new ResponsibilityScope(category, division));
    }

    private void hear(String division, int version, Instant at, ResponsibilityScope scope) {
        var published = new Published(version, DAY, 1, List.of(), division, List.of(scope));
        var received = new Received<>(UUID.randomUUID(), published, at, "routing.catalogue", 0, null, null);
        transactions
                .run(now -> catalogues.keepAll(List.of(received), now))
                .await()
                .atMost(PATIENCE);
    }

    private boolean assigns(String division, String category) {
        var known = transactions
                .read(() -> catalogues.of(new DivisionCode(division)))
                .await()
                .atMost(PATIENCE);
        return KnownCatalogue.assigns(known, category, new GridCode(division + "101201001"), NOON.plusSeconds(600));
    }
}
