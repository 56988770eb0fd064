package cn.minyi5.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Figures figures = new Figures("Title", List.of("ours", "theirs"));

    @Test
    void oneWildRoundDoesNotMoveTheMedian() {
        add("ours", 0.61, 0.58, 97.0);
        assertThat(figures.median("rate", "ours")).isEqualTo(0.61);
    }

    @Test
    void ofTwoRoundsItIsTheMiddleBetweenThem() {
        add("ours", 3.0, 1.0);
        assertThat(figures.median("rate", "ours")).isEqualTo(2.0);
    }

    @Test
    void noRoundsHaveNone() {
        add("ours", 3.0);
        assertThat(figures.median("rate", "theirs")).isNaN();
        assertThat(figures.ratio("rate")).isNaN();
    }

    @Test
    void theMedianOfRatiosIsNotTheRatioOfMedians() {
        add("ours", 50, 9, 100);
        add("theirs", 100, 10, 1_000);
        assertThat(figures.ratio("rate")).isEqualTo(0.5);
    }

    @Test
    void thePageShowsBothBuildsTheRatioTheAimAndEveryRound() {
        add("ours", 600, 500);
        add("theirs", 200, 250);
        figures.aim("rate", "≥ 500");
        figures.note("something to know");

        assertThat(figures.markdown())
                .startsWith("## Title\n")
                .contains("|  | ours | theirs | ratio | aim | rounds |\n")
                .contains("| rate | 550 | 225 | 2.50 | ≥ 500 | 600 · 500 / 200 · 250 |\n")
                .contains("- something to know\n");
    }

    @Test
    void ofOneBuildThereIsNoRatio() {
        var alone = new Figures("Title", List.of("ours"));
        alone.add("rate", "ours", 12.34);
        assertThat(alone.markdown()).contains("| rate | 12.3 |  | 12.3 |\n");
    }

    private void add(String build, double... rounds) {
        for (var value : rounds) {
            figures.add("rate", build, value);
        }
    }
}
