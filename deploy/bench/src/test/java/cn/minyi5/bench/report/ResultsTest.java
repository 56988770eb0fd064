package cn.minyi5.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    @TempDir
    private Path dir;

    @Test
    void aPartMeasuredAloneReplacesItsOwnFiguresAndKeepsTheOthers() {
        var results = new Results(dir.resolve("a").resolve("results"), List.of("idle", "visible"));
        results.keep("idle", "## Idle\n\nold", "this build is abc");
        results.keep("visible", "## Visible\n\nfirst", "this build is abc");
        results.keep("idle", "## Idle\n\nnew", "this build is def");

        assertThat(results.page()).containsSubsequence("## Idle", "new", "def", "## Visible", "first", "abc");
        assertThat(results.page()).doesNotContain("old");
        assertThat(results.file()).hasContent(results.page());
    }

    @Test
    void whatWasNeverMeasuredSaysSo() {
        assertThat(new Results(dir.resolve("a").resolve("results"), List.of("idle")).page())
                .contains("## idle\n\nNot measured.");
    }
}
