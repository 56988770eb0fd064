package cn.minyi5.routing.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.catalogue.domain.Candidate.Ground;
import cn.minyi5.routing.catalogue.domain.Candidate.Standing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CandidateTest {

    private static final Matter WATER = new Matter("GS02", new GridCode("370828101001001"), Urgency.NORMAL, false);

    @Test
    void whatWasOutweighedSaysInWhatTheWinnerIsMoreExact() {
        var winner = rule(2, "GS02", "370828101", Urgency.NORMAL);
        var lessExact = rule(3, "GS02", "370828101", null);
        var county = rule(4, "GS02", "370828", null);
        var group = rule(5, "GS", "370828101", null);

        assertThat(of(group, county, lessExact, winner))
                .containsExactly(
                        new Candidate(winner, Standing.WINS, List.of()),
                        new Candidate(lessExact, Standing.OUTWEIGHED, List.of(Ground.CONDITIONS)),
                        new Candidate(county, Standing.OUTWEIGHED, List.of(Ground.PLACE)),
                        new Candidate(group, Standing.OUTWEIGHED, List.of(Ground.CATEGORY)));
    }

    @Test
    void equalRulesStandBesideEachOther() {
        assertThat(of(rule(2, "GS02", "370828", null), rule(3, "GS02", "370828", null)))
                .extracting(Candidate::standing)
                .containsExactly(Standing.EQUAL, Standing.EQUAL);
    }

    @Test
    void whereNoRuleSpeaksTheNearestOfTheGroupAreNamedWithWhatKeepsThem() {
        var neighbour = rule(2, "GS02", "370828102", null);
        var urgent = rule(3, "GS02", "370828101", Urgency.URGENT);
        var pipes = rule(4, "GS03", "370828102", null);
        var other = rule(5, "HJ01", "370828101", null);

        assertThat(of(other, pipes, urgent, neighbour))
                .containsExactly(
                        new Candidate(urgent, Standing.NEAR, List.of(Ground.CONDITIONS)),
                        new Candidate(neighbour, Standing.NEAR, List.of(Ground.PLACE)),
                        new Candidate(pipes, Standing.NEAR, List.of(Ground.CATEGORY, Ground.PLACE)));
    }

    private static List<Candidate> of(Responsibility... rules) {
        return Candidate.of(new ResponsibilityCatalogue(7, List.of(rules)), WATER, 3);
    }

    private static Responsibility rule(int row, String category, String division, @Nullable Urgency urgency) {
        return new Responsibility(
                new UUID(0, row), row, category, division, "JX03", List.of(), "第1条", urgency, null, null);
    }
}
